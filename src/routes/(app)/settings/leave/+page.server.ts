import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { belongingsOf, leaveCommunity } from '#lib/communities/leave-community.server.ts';
import { readAccount } from '#lib/communities/profile.server.ts';
import { communityCookie } from '#lib/communities/standing.server.ts';
import { sayNumber } from '#lib/i18n/lists.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { unconfirmed } from '../../../confirm-self.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { app, actor, locale } = locals;
	const { userId } = signedIn(locals);
	const account = userId && (await readAccount(app.db, userId));
	const goes = await belongingsOf(app.db, actor);
	if (!account || !goes) redirect(303, '/settings');
	const { contacts, imports, requests, asked } = goes;
	const counted = (count: number) => ({ count, said: sayNumber(count, locale) });
	const lines = [
		contacts && m.communities_leave_contacts(counted(contacts)),
		imports && m.communities_leave_imports(counted(imports)),
		requests && m.communities_leave_requests(counted(requests)),
		asked && m.communities_leave_asked(counted(asked))
	].filter((line) => typeof line === 'string');
	return { account, lines, alone: goes.alone, onlyOwner: goes.onlyOwner };
};

export const actions: Actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		const { userId, community } = signedIn(event.locals);
		if (!userId) redirect(303, '/settings');
		const refusal = await unconfirmed(event, userId, await event.request.formData());
		if (refusal) return refusal;
		const left = await leaveCommunity(app.db, actor);
		if (!left.ok && left.refusal === 'last_owner') {
			return fail(409, { problem: m.communities_leave_only_owner({ name: community.name }) });
		}
		event.cookies.delete(communityCookie, { path: '/' });
		redirect(303, '/communities');
	}
};
