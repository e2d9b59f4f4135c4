import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Sharing } from '#lib/access/policy.ts';
import type { ContactRow, Database } from '#lib/db/schema.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';

/** A contact as a list shows it. */
export type ContactLine = Pick<ContactRow, (typeof lineColumns)[number]>;

export const lineColumns = [
	'id',
	'fullName',
	'company',
	'position',
	'howKnown',
	'metWhere',
	'metOn',
	'closeness',
	'connectedOn',
	'sharing'
] as const;

export interface ContactPage {
	contacts: ContactLine[];
	/** Give it back as `after` for the next page; null on the last one. */
	next: string | null;
}

/** Which of a book's contacts are meant. */
export interface ContactFilter {
	/** Words in any order, whole or not, with or without accents; empty for everybody. */
	query?: string;
	/** Of those alone of whom others may know so much. */
	sharing?: Sharing | undefined;
	/** Of those alone who work at a company that is written so. */
	companies?: readonly string[] | undefined;
}

export interface ContactSearch extends ContactFilter {
	/** Id of the last contact of the page before. */
	after?: string | null;
	/** 50 unless told, 200 at most. */
	limit?: number;
}

/** A page of this member's contacts, those whose name begins as typed first; nothing for others. */
export async function listContacts(
	db: Kysely<Database>,
	actor: Actor,
	search: ContactSearch = {}
): Promise<ContactPage> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return { contacts: [], next: null };
	const limit = Math.min(search.limit ?? 50, 200);
	const rank = rankBy(queryWords(search.query ?? ''));
	let query = contactsFound(db, book, search)
		.select(lineColumns)
		.orderBy(rank)
		.orderBy('searchText')
		.orderBy('id')
		.limit(limit + 1);
	if (search.after && isId(search.after)) query = query.where(isAfter(book, search.after, rank));
	const found = await query.execute();
	const contacts = found.slice(0, limit);
	return { contacts, next: found.length > limit ? (contacts.at(-1)?.id ?? null) : null };
}

/** How many of this member's contacts are meant; all of them without a filter. */
export async function countContacts(
	db: Kysely<Database>,
	actor: Actor,
	filter: ContactFilter = {}
): Promise<number> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return 0;
	const row = await contactsFound(db, book, filter)
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return row.count;
}

type Contacts = SelectQueryBuilder<Database, 'contacts', unknown>;

/** The contacts of a book that are meant; whose book it may be has been judged before. */
// Words hold letters and digits only (see queryWords), so that nothing in a pattern needs escaping.
export function contactsFound(
	db: Kysely<Database>,
	book: Book,
	{ query = '', sharing, companies }: ContactFilter
): Contacts {
	let found = db
		.selectFrom('contacts')
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where('deletedAt', 'is', null);
	for (const word of queryWords(query)) found = found.where('searchText', 'like', `%${word}%`);
	if (companies) found = found.where('company', '=', sql<string>`any(${companies}::text[])`);
	return sharing ? found.where('sharing', '=', sharing) : found;
}

/** 0 when the name begins as typed, 1 when each word begins a word, 2 when they are inside words. */
function rankBy(words: readonly string[]) {
	if (words.length === 0) return sql<number>`0::integer`;
	const begins = words.map((word) => sql`' ' || search_text like ${`% ${word}%`}`);
	return sql<number>`case when search_text like ${`${words.join(' ')}%`} then 0
		when ${sql.join(begins, sql` and `)} then 1 else 2 end`;
}

function isAfter(book: Book, id: string, rank: ReturnType<typeof rankBy>) {
	return sql<boolean>`(${rank}, search_text, id) > (
		select ${rank}, search_text, id from contacts
		where community_id = ${book.communityId} and owner_id = ${book.ownerId} and id = ${id})`;
}
