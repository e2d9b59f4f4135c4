import { fail, redirect } from '@sveltejs/kit';
import { communityNow } from '#lib/db/clock.server.ts';
import { capitalised } from '#lib/i18n/typography.ts';
import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import { countToReview } from '#lib/matching/review.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { readBookSharing } from '#lib/people/book-sharing.server.ts';
import { readDeleted, restoreContact } from '#lib/people/contact-delete.server.ts';
import { countContacts, listContacts } from '#lib/people/contact-list.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import { asSharing, asSharingChoice } from '#lib/people/sharing-level.ts';
import { undoSharing } from '#lib/people/undo-sharing.server.ts';
import { workOf } from '#lib/people/work-of.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor, locale } = locals;
	const { db } = locals.app;
	const query = url.searchParams.get('q')?.trim() ?? '';
	const after = url.searchParams.get('after');
	const deletedId = url.searchParams.get('deleted');
	const sharing = asSharing(url.searchParams.get('sharing'));
	const isChoosing = url.searchParams.has('choose');
	const [page, total, found, deleted, toReview, book] = await Promise.all([
		listContacts(db, actor, { query, sharing, after }),
		countContacts(db, actor),
		query || sharing ? countContacts(db, actor, { query, sharing }) : null,
		deletedId ? readDeleted(db, actor, deletedId) : null,
		countToReview(db, actor),
		isChoosing ? readBookSharing(db, actor) : null
	]);
	const ties = await tiesTo(db, actor, page.contacts);
	const lines = page.contacts.map((contact) => ({
		id: contact.id,
		name: contact.fullName,
		work: workOf(contact),
		sharing: contact.sharing,
		tie: capitalised(sayTie(ties.get(contact.id) ?? [], locale), locale)
	}));
	const list = { query, sharing: sharing ?? '', lines, total, found };
	const choosing = book && { ofBook: book.sharing, isMissing: url.searchParams.has('none') };
	const place = { next: page.next, isFirst: !after };
	return { ...list, ...place, deleted, toReview, choosing, shared: justShared(url) };
};

/** What a choice for several contacts came to, as the address says after it. */
function justShared({ searchParams }: URL): { count: number; change: string } | 'undone' | null {
	if (searchParams.has('unshared')) return 'undone';
	const count = Number(searchParams.get('shared') ?? Number.NaN);
	if (!Number.isSafeInteger(count) || count < 0) return null;
	return { count, change: searchParams.get('change') ?? '' };
}

export const actions: Actions = {
	restore: async ({ locals, request }) => {
		const id = String((await request.formData()).get('id') ?? '');
		const now = await communityNow(locals.app.db, signedIn(locals).communityId);
		const restored = await restoreContact(locals.app.db, locals.actor, id, now);
		if (!restored) return fail(404);
		const { communityId } = signedIn(locals);
		await locals.app.queue.enqueue(locals.app.db, 'match_persons', { communityId, contactId: id });
		redirect(303, `/contacts/${id}`);
	},
	share: async ({ locals, request }) => {
		const form = await request.formData();
		const choice = asSharingChoice(form.get('sharing'));
		if (!choice) return fail(400);
		const query = String(form.get('q') ?? '');
		const sharing = asSharing(form.get('filter'));
		const list = { ...(query && { q: query }), ...(sharing && { sharing }) };
		const ids = form.getAll('contact').map(String);
		const isAll = form.get('which') === 'all';
		if (!isAll && ids.length === 0)
			redirect(303, `/contacts?${new URLSearchParams({ ...list, choose: '', none: '' })}`);
		const some = isAll ? { query, sharing } : { ids };
		const shared = await shareContacts(locals.app.db, locals.actor, some, choice, sharingChanged);
		if (!shared.ok) return fail(403);
		const told = { shared: String(shared.contacts), change: shared.change ?? '' };
		redirect(303, `/contacts?${new URLSearchParams({ ...list, ...told })}`);
	},
	unshare: async ({ locals, request }) => {
		const change = String((await request.formData()).get('change') ?? '');
		const undone = await undoSharing(locals.app.db, locals.actor, change, sharingChanged);
		if (!undone.ok) return fail(403);
		redirect(303, '/contacts?unshared');
	}
};
