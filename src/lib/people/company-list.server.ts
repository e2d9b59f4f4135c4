import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { bookOf } from '#lib/people/book.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';
import { searchText } from '#lib/people/search-text.ts';

export interface CompanyLine {
	company: string;
	/** How many of this member's contacts work there now. */
	contacts: number;
}

/** The companies of this member's contacts that a query names, most contacts first. */
export async function listCompanies(
	db: Kysely<Database>,
	actor: Actor,
	query: string,
	limit = 3
): Promise<CompanyLine[]> {
	const book = bookOf(actor, 'read_contact');
	const words = queryWords(query);
	if (!book || words.length === 0) return [];
	let companies = db
		.selectFrom('contacts')
		.select((eb) => ['company', eb.fn.countAll<number>().as('contacts')])
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where('deletedAt', 'is', null)
		.where('company', '!=', '');
	for (const word of words) companies = companies.where('searchText', 'like', `%${word}%`);
	const rows = await companies
		.groupBy('company')
		.orderBy('contacts', 'desc')
		.orderBy('company')
		.limit(50)
		.execute();
	const named = ({ company }: CompanyLine) => {
		const text = searchText([company]);
		return words.every((word) => text.includes(word));
	};
	return rows.filter(named).slice(0, limit);
}
