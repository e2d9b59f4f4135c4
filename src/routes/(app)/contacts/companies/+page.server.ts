import { listCompanies } from '#lib/people/company-list.server.ts';
import type { PageServerLoad } from './$types';

const ofPage = 60;

/** So many other spellings are told beside a name. */
const mostTold = 3;

export const load: PageServerLoad = async ({ locals, url }) => {
	const query = url.searchParams.get('q')?.trim() ?? '';
	const first = Math.max(0, Number.parseInt(url.searchParams.get('from') ?? '0', 10) || 0);
	const companies = await listCompanies(locals.app.db, locals.actor, query);
	const lines = companies.slice(first, first + ofPage).map(({ name, contacts, spellings }) => ({
		name,
		contacts,
		others: spellings.slice(1, 1 + mostTold).map((spelling) => spelling.name),
		more: Math.max(0, spellings.length - 1 - mostTold)
	}));
	const next = first + ofPage < companies.length ? first + ofPage : null;
	return { query, lines, total: companies.length, isFirst: first === 0, next };
};
