import { readReach } from '#lib/network/reach.server.ts';
import { searchText } from '#lib/people/search-text.ts';
import { findingOf } from '../finding-of.server.ts';
import type { PageServerLoad } from './$types';

const perPage = 60;

export const load: PageServerLoad = async ({ locals, url }) => {
	const by =
		url.searchParams.get('by') === 'position' ? ('position' as const) : ('company' as const);
	const words = url.searchParams.get('words')?.slice(0, 100) ?? '';
	const from = Math.max(0, Math.trunc(Number(url.searchParams.get('from')) || 0));
	const { companies, positions, people, own } = await readReach(await findingOf(locals));
	const wanted = searchText([words]);
	const all = (by === 'company' ? companies : positions).filter(({ name }) =>
		` ${searchText([name])}`.includes(` ${wanted}`)
	);
	return {
		by,
		words,
		people,
		own,
		companies: companies.length,
		groups: all.slice(from, from + perPage),
		next: from + perPage < all.length ? from + perPage : null,
		isFirst: from === 0
	};
};
