import { fail, redirect } from '@sveltejs/kit';
import { communityNow } from '#lib/db/clock.server.ts';
import { capitalised } from '#lib/i18n/typography.ts';
import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import { countToReview } from '#lib/matching/review.server.ts';
import { readDeleted, restoreContact } from '#lib/people/contact-delete.server.ts';
import { countContacts, listContacts } from '#lib/people/contact-list.server.ts';
import { workOf } from '#lib/people/work-of.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor, locale } = locals;
	const { db } = locals.app;
	const query = url.searchParams.get('q')?.trim() ?? '';
	const after = url.searchParams.get('after');
	const deletedId = url.searchParams.get('deleted');
	const [page, total, found, deleted, toReview] = await Promise.all([
		listContacts(db, actor, { query, after }),
		countContacts(db, actor),
		query ? countContacts(db, actor, { query }) : null,
		deletedId ? readDeleted(db, actor, deletedId) : null,
		countToReview(db, actor)
	]);
	const ties = await tiesTo(db, actor, page.contacts);
	const lines = page.contacts.map((contact) => ({
		id: contact.id,
		name: contact.fullName,
		work: workOf(contact),
		tie: capitalised(sayTie(ties.get(contact.id) ?? [], locale), locale)
	}));
	return { query, lines, total, found, next: page.next, isFirst: !after, deleted, toReview };
};

export const actions: Actions = {
	restore: async ({ locals, request }) => {
		const id = String((await request.formData()).get('id') ?? '');
		const now = await communityNow(locals.app.db, signedIn(locals).communityId);
		const restored = await restoreContact(locals.app.db, locals.actor, id, now);
		if (!restored) return fail(404);
		redirect(303, `/contacts/${id}`);
	}
};
