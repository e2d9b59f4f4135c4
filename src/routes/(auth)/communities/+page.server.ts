import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { foundAnother } from '#lib/communities/community.server.ts';
import { communitiesOfAccount } from '#lib/communities/current-member.server.ts';
import { eraseAccount } from '#lib/communities/erase-account.server.ts';
import { readAccount } from '#lib/communities/profile.server.ts';
import { eraseRemoved, removedMemberships } from '#lib/communities/removed-memberships.server.ts';
import { signOut } from '#lib/communities/sign-in.server.ts';
import { communityCookie } from '#lib/communities/standing.server.ts';
import { takeAll } from '#lib/communities/visitor.server.ts';
import { dayOf, sayDate } from '#lib/i18n/dates.ts';
import { sayNumber } from '#lib/i18n/lists.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { readForm } from '../../account-form.ts';
import { communityShape } from '../../community-form.ts';
import { unconfirmed } from '../../confirm-self.server.ts';
import { keptCookie, leaveDemo, tooOften } from '../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

// Open to an account that is in no community: this is where it is told so.
export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, member, locale } = locals;
	const userId = ownAccount(locals);
	const removed = await removedMemberships(app.db, userId);
	return {
		account: await readAccount(app.db, userId),
		communities: await communitiesOfAccount(app.db, userId),
		here: member?.userId === userId ? member.communityId : null,
		done: url.searchParams.get('done'),
		removed: removed.map(({ communityId, communityName, contacts, removedAt, until }) => ({
			communityId,
			communityName,
			contacts: { count: contacts, said: sayNumber(contacts, locale) },
			since: sayDate(dayOf(removedAt), locale),
			until: sayDate(dayOf(until), locale)
		}))
	};
};

export const actions: Actions = {
	found: async (event) => {
		const { app } = event.locals;
		const userId = ownAccount(event.locals);
		const form = readForm(communityShape, await event.request.formData());
		if (!form.ok) return fail(400, form);
		const tooMany = await takeAll(app.limits, ['found', userId]);
		if (tooMany) return tooOften(event, tooMany, { values: form.values });
		const { communityName: name, about: description } = form.value;
		enter(event, await foundAnother(app.db, userId, { name, description }));
		redirect(303, '/members?done=founded');
	},
	switch: async (event) => {
		const userId = ownAccount(event.locals);
		const wanted = String((await event.request.formData()).get('community'));
		const own = await communitiesOfAccount(event.locals.app.db, userId);
		if (!own.some(({ id }) => id === wanted)) redirect(303, '/communities');
		enter(event, wanted);
		redirect(303, '/');
	},
	erase: async (event) => {
		const { app } = event.locals;
		const userId = ownAccount(event.locals);
		const data = await event.request.formData();
		const wanted = String(data.get('community'));
		const refusal = await unconfirmed(event, userId, data);
		if (refusal) return refusal;
		const removed = await removedMemberships(app.db, userId);
		const one = removed.find(({ communityId }) => communityId === wanted);
		if (one && (await eraseRemoved(app.db, userId, one.communityId)))
			return { said: m.communities_removed_erased({ name: one.communityName }) };
		redirect(303, '/communities');
	},
	erase_account: async (event) => {
		const userId = ownAccount(event.locals);
		const refusal = await unconfirmed(event, userId, await event.request.formData());
		if (refusal) return refusal;
		const erased = await eraseAccount(event.locals.app.db, userId);
		if (!erased.ok) redirect(303, '/settings');
		await signOut(event.locals.app, event.cookies, 'here');
		redirect(303, '/sign-in?done=deleted');
	}
};

function ownAccount({ userId }: App.Locals): string {
	return userId ?? redirect(303, '/sign-in?then=/communities');
}

function enter(event: Pick<RequestEvent, 'cookies' | 'url'>, communityId: string): void {
	leaveDemo(event);
	event.cookies.set(communityCookie, communityId, keptCookie(event.url));
}
