import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '#lib/access/policy.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { listMembers } from '#lib/communities/members.server.ts';
import { removeMember } from '#lib/communities/remove-member.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

// Who may not remove this member, and who is no member, learn the same: nothing.
export const load: PageServerLoad = async ({ locals, params }) => {
	const { app, actor } = locals;
	const { communityId, community } = signedIn(locals);
	const members = await listMembers(app.db, actor, communityId);
	const member = members.find(({ id }) => id === params.id);
	const wish = { to: 'remove_member', communityId } as const;
	const allowed =
		member && may(actor, { ...wish, memberId: member.id, role: member.role }) && community;
	if (!allowed || allowed.kind === 'demo') error(404);
	return { name: member.name, mails: app.config.smtpUrl !== undefined };
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const { app, actor } = locals;
		const { communityId } = signedIn(locals);
		const id = z.uuid().safeParse(params.id);
		if (!id.success) error(404);
		const key = { communityId, memberId: id.data };
		const removal = await removeMember(app.db, actor, key, new Date());
		if (!removal.ok) return fail(403, { problem: m.communities_remove_refused() });
		await app.queue.enqueue(app.db, 'match_persons', { communityId });
		const { told } = removal;
		const to = { email: told.email, name: told.name, locale: told.locale };
		const mail = { kind: 'removed', to, token: crypto.randomUUID() } as const;
		const { communityName, until } = told;
		await app.sendAccountMail({ ...mail, communityName, until });
		redirect(303, `/members?removed=${id.data}`);
	}
};
