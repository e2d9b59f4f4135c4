import { countBlind } from '#lib/people/count-blind.server.ts';
import { whoIsVisible } from '#lib/people/shared-contacts.server.ts';
import { viewersOf } from '#lib/people/view-as.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db } = locals.app;
	const query = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
	const after = url.searchParams.get('after');
	const [page, count, others] = await Promise.all([
		whoIsVisible(db, locals.actor, { search: query, after }),
		countBlind(db, locals.actor, { company: query }),
		viewersOf(db, locals.actor)
	]);
	return { query, ...page, count, isFirst: !after, isAlone: others.length === 0 };
};
