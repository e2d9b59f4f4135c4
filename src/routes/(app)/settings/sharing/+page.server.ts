import { error, fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { readBookSharing } from '#lib/people/book-sharing.server.ts';
import { shareBook } from '#lib/people/share-book.server.ts';
import { asSharing } from '#lib/people/sharing-level.ts';
import { viewersOf } from '#lib/people/view-as.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db } = locals.app;
	const own = await readBookSharing(db, locals.actor);
	if (!own) error(404);
	const changed = Number(url.searchParams.get('changed') ?? Number.NaN);
	return {
		own,
		viewers: await viewersOf(db, locals.actor),
		/** How many contacts a choice just made has changed. */
		changed: Number.isSafeInteger(changed) && changed >= 0 ? changed : null
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		signedIn(locals);
		const sharing = asSharing((await request.formData()).get('sharing'));
		if (!sharing) return fail(400);
		const shared = await shareBook(locals.app.db, locals.actor, sharing, sharingChanged);
		if (!shared.ok) return fail(403);
		redirect(303, `/settings/sharing?changed=${shared.contacts}`);
	}
};
