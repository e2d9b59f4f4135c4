import { communityPeople } from '#lib/matching/community-people.server.ts';
import { askedPerson } from '#lib/matching/known-person.ts';
import { countBlind } from '#lib/people/count-blind.server.ts';
import { viewersOf } from '#lib/people/view-as.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db } = locals.app;
	const query = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
	const after = url.searchParams.get('after');
	const [page, count, others] = await Promise.all([
		communityPeople(db, locals.actor, { search: query, after }),
		countBlind(db, locals.actor, { company: query }),
		viewersOf(db, locals.actor)
	]);
	const { people, next } = page;
	const isAlone = others.length === 0;
	return { query, people: people.map(askedPerson), next, count, isFirst: !after, isAlone };
};
