import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '#lib/access/policy.ts';
import { accountLink } from '#lib/account-letter.server.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { asMailed } from '#lib/communities/invitation-token.server.ts';
import {
	invite,
	pendingInvitations,
	revokeInvitation
} from '#lib/communities/invitations.server.ts';
import { changeRole, listMembers } from '#lib/communities/members.server.ts';
import { takeAll } from '#lib/communities/visitor.server.ts';
import { sayDate, dayOf } from '#lib/i18n/dates.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { errorAt, field, readForm } from '../../account-form.ts';
import { tooOften } from '../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, actor, locale } = locals;
	const { communityId, memberId, community } = signedIn(locals);
	const mayInvite = may(actor, { to: 'invite_member', communityId, role: 'member' });
	const waiting = mayInvite ? await pendingInvitations(app.db, communityId, new Date()) : [];
	return {
		members: await listMembers(app.db, actor, communityId),
		memberId,
		mayInvite: mayInvite && community.kind !== 'demo',
		mayInviteAdministrator: may(actor, { to: 'invite_member', communityId, role: 'administrator' }),
		mayChangeRole: may(actor, { to: 'change_role', communityId }) && community.kind !== 'demo',
		mails: app.config.smtpUrl !== undefined,
		waiting: waiting.map(({ id, email, role, expiresAt }) => ({
			id,
			email,
			role,
			until: sayDate(dayOf(expiresAt), locale)
		})),
		done: url.searchParams.get('done')
	};
};

const invited = z.enum(['member', 'adviser', 'administrator']);

export const actions: Actions = {
	invite: async (event) => {
		const { app, actor } = event.locals;
		const { communityId, memberId, name, community, locale } = signedIn(event.locals);
		const form = readForm({ email: field.email, role: invited }, await event.request.formData());
		if (!form.ok) return fail(400, form);
		const { values } = form;
		const tooMany = await takeAll(app.limits, ['invite', memberId]);
		if (tooMany) return tooOften(event, tooMany, { values });
		const { email } = form.value;
		const answer = await invite(app.db, actor, { communityId, ...form.value }, new Date());
		if (!answer.ok) {
			return fail(400, { values, errors: errorAt('email', sayRefusal(answer.refusal)) });
		}
		if (!app.config.smtpUrl) {
			return { link: accountLink(app.config.publicUrl, 'invitation', answer.token), email };
		}
		await app.sendAccountMail({
			kind: 'invitation',
			to: { email, name: '', locale },
			token: asMailed(app.config.secret, answer.token),
			communityName: community.name,
			inviterName: name
		});
		return { sent: email };
	},
	revoke: async ({ locals, request }) => {
		const { communityId } = signedIn(locals);
		const id = z.uuid().safeParse((await request.formData()).get('invitation'));
		const key = id.success ? { communityId, invitationId: id.data } : null;
		if (!key || !(await revokeInvitation(locals.app.db, locals.actor, key))) {
			redirect(303, '/members');
		}
		redirect(303, '/members?done=revoked');
	},
	role: async ({ locals, request }) => {
		const { communityId, community } = signedIn(locals);
		const shape = {
			member: z.uuid(),
			role: z.enum(['owner', 'administrator', 'adviser', 'member'])
		};
		const form = readForm(shape, await request.formData());
		if (!form.ok || community.kind === 'demo') redirect(303, '/members');
		const { member: memberId, role } = form.value;
		const answer = await changeRole(locals.app.db, locals.actor, { communityId, memberId, role });
		if (!answer.ok && answer.refusal === 'last_owner') {
			return fail(409, { problem: m.access_role_last_owner() });
		}
		redirect(303, answer.ok ? '/members?done=role' : '/members');
	}
};

function sayRefusal(refusal: 'not_allowed' | 'demo' | 'already_member'): string {
	if (refusal === 'already_member') return m.access_invite_member_already();
	return refusal === 'demo' ? m.access_invite_demo() : m.access_invite_not_allowed();
}
