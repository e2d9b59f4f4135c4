import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '#lib/access/policy.ts';
import { accountLink } from '#lib/account-letter.server.ts';
import { readCommunity } from '#lib/communities/community.server.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { findMembers, readAtOnce } from '#lib/communities/find-members.ts';
import { asMailed } from '#lib/communities/invitation-token.server.ts';
import {
	invite,
	pendingInvitations,
	revokeInvitation
} from '#lib/communities/invitations.server.ts';
import { changeRole, listMembers, listRemoved } from '#lib/communities/members.server.ts';
import { takeBackMember } from '#lib/communities/remove-member.server.ts';
import { takeAll } from '#lib/communities/visitor.server.ts';
import { sayDate, dayOf } from '#lib/i18n/dates.ts';
import { sayNumber } from '#lib/i18n/lists.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { errorAt, field, readForm } from '../../account-form.ts';
import { tooOften } from '../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, actor, locale } = locals;
	const { communityId, memberId, community } = signedIn(locals);
	const now = new Date();
	const mayInvite = may(actor, { to: 'invite_member', communityId, role: 'member' });
	const query = url.searchParams.get('q') ?? '';
	const members = await listMembers(app.db, actor, communityId);
	const found = findMembers(members, query);
	const removed = await listRemoved(app.db, actor, communityId, now);
	const asked = url.searchParams.get('removed');
	const waiting = mayInvite ? await pendingInvitations(app.db, communityId, now) : [];
	return {
		members: found.map((member) => ({ ...member, removable: mayRemove(member) })),
		count: members.length,
		found: { count: found.length, said: sayNumber(found.length, locale) },
		query,
		searchable: members.length > readAtOnce,
		about: (await readCommunity(app.db, actor, communityId))?.description ?? '',
		removed: removed.map(({ id, name, until }) => ({
			id,
			name,
			until: sayDate(dayOf(until), locale),
			justNow: id === asked
		})),
		memberId,
		mayInvite: mayInvite && community.kind !== 'demo',
		mayInviteAdministrator: may(actor, { to: 'invite_member', communityId, role: 'administrator' }),
		mayChangeRole: may(actor, { to: 'change_role', communityId }) && community.kind !== 'demo',
		mails: app.config.smtpUrl !== undefined,
		waiting: waiting.map(({ id, email, role, expiresAt, createdAt, inviterName, invitedBy }) => ({
			id,
			email,
			role,
			inviter: inviterName,
			mine: invitedBy === memberId,
			on: sayDate(dayOf(createdAt), locale),
			until: sayDate(dayOf(expiresAt), locale)
		})),
		done: url.searchParams.get('done')
	};

	function mayRemove({ id, role }: (typeof found)[number]): boolean {
		const wish = { to: 'remove_member', communityId, memberId: id, role } as const;
		return community.kind !== 'demo' && may(actor, wish);
	}
};

const invited = z.enum(['member', 'adviser', 'administrator']);

export const actions: Actions = {
	invite: async (event) => {
		const { app, actor } = event.locals;
		const { communityId, memberId } = signedIn(event.locals);
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
		const link = await sendInvitation(event.locals, email, answer.token);
		return link ? { link, email } : { sent: email };
	},
	resend: async (event) => {
		const { app, actor } = event.locals;
		const { communityId, memberId } = signedIn(event.locals);
		const id = (await event.request.formData()).get('invitation');
		const mayRead = may(actor, { to: 'invite_member', communityId, role: 'member' });
		const waiting = mayRead ? await pendingInvitations(app.db, communityId, new Date()) : [];
		const one = waiting.find((invitation) => invitation.id === id);
		if (!one) redirect(303, '/members');
		const tooMany = await takeAll(app.limits, ['invite', memberId]);
		if (tooMany) return tooOften(event, tooMany, {});
		const { email, role } = one;
		const answer = await invite(app.db, actor, { communityId, email, role }, new Date());
		if (!answer.ok) return fail(400, { problem: sayRefusal(answer.refusal) });
		const link = await sendInvitation(event.locals, email, answer.token);
		return link ? { link, email } : { resent: email };
	},
	take_back: async ({ locals, request }) => {
		const { app, actor } = locals;
		const { communityId } = signedIn(locals);
		const id = z.uuid().safeParse((await request.formData()).get('member'));
		if (!id.success) redirect(303, '/members');
		const key = { communityId, memberId: id.data };
		const answer = await takeBackMember(app.db, actor, key, new Date());
		if (!answer.ok) redirect(303, '/members');
		await app.queue.enqueue(app.db, 'match_persons', { communityId });
		const { communityName, until, ...to } = answer.told;
		const token = crypto.randomUUID();
		await app.sendAccountMail({ kind: 'taken_back', to, token, communityName, until });
		return { back: to.name };
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

/** Mails it; where no mail can leave, answers the link to pass on by hand. */
async function sendInvitation(
	locals: App.Locals,
	email: string,
	token: string
): Promise<string | null> {
	const { app } = locals;
	const { name, community, locale } = signedIn(locals);
	if (!app.config.smtpUrl) return accountLink(app.config.publicUrl, 'invitation', token);
	await app.sendAccountMail({
		kind: 'invitation',
		to: { email, name: '', locale },
		token: asMailed(app.config.secret, token),
		communityName: community.name,
		inviterName: name
	});
	return null;
}

function sayRefusal(refusal: 'not_allowed' | 'demo' | 'already_member'): string {
	if (refusal === 'already_member') return m.access_invite_member_already();
	return refusal === 'demo' ? m.access_invite_demo() : m.access_invite_not_allowed();
}
