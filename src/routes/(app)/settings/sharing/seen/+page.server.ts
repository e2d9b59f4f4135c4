import { error } from '@sveltejs/kit';
import { readBookSharing } from '#lib/people/book-sharing.server.ts';
import { bookAs, viewersOf } from '#lib/people/view-as.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db } = locals.app;
	const memberId = url.searchParams.get('by') ?? '';
	const after = url.searchParams.get('after');
	const [seen, own, viewers] = await Promise.all([
		bookAs(db, locals.actor, { memberId, after }),
		readBookSharing(db, locals.actor),
		viewersOf(db, locals.actor)
	]);
	if (!seen || !own) error(404);
	return { ...seen, viewers, counted: own.contacts.blind };
};
