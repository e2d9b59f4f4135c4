import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Book, bookOf } from '#lib/people/book.ts';
import { companyDecisionsOf } from '#lib/people/company-decisions.server.ts';
import {
	companiesOf,
	type CompanyDecision,
	type CompanyGroup
} from '#lib/people/company-groups.ts';
import { type CompanyMention, foldedCompany } from '#lib/people/company-units.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';
import { searchText } from '#lib/people/search-text.ts';

/** A company of a book, and which others its owner keeps apart from it. */
export interface Company extends CompanyGroup {
	apart: string[];
}

/** The companies of this member's contacts of which one spelling has all the words of a query. */
export async function listCompanies(
	db: Kysely<Database>,
	actor: Actor,
	query: string
): Promise<CompanyGroup[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return [];
	const words = queryWords(query);
	if (!(await someoneHas(db, book, words))) return [];
	const { groups } = await groupsOf(db, book);
	const has = (name: string) => {
		const text = searchText([name]);
		return words.every((word) => text.includes(word));
	};
	return groups.filter(({ spellings }) => spellings.some(({ name }) => has(name)));
}

/** The company of this member's contacts that is written so; undefined where nobody works there. */
export async function findCompany(
	db: Kysely<Database>,
	actor: Actor,
	name: string
): Promise<Company | undefined> {
	const book = bookOf(actor, 'read_contact');
	if (!book || name.trim() === '') return undefined;
	const { groups, decisions } = await groupsOf(db, book);
	const folded = foldedCompany(name);
	const isSaid = (spelling: { name: string }) => foldedCompany(spelling.name) === folded;
	const group = groups.find(({ spellings }) => spellings.some(isSaid));
	return group && { ...group, apart: apartFrom(group, groups, decisions) };
}

/** The companies that are kept apart from a group. */
function apartFrom(
	{ spellings }: CompanyGroup,
	groups: readonly CompanyGroup[],
	decisions: readonly CompanyDecision[]
): string[] {
	const own = new Set(spellings.map(({ name }) => foldedCompany(name)));
	const others = new Set(
		decisions
			.filter(({ one, other, decision }) => decision === 'apart' && own.has(one) !== own.has(other))
			.map(({ one, other }) => (own.has(one) ? other : one))
	);
	return groups
		.filter((group) => group.spellings.some(({ name }) => others.has(foldedCompany(name))))
		.map(({ name }) => name);
}

async function groupsOf(db: Kysely<Database>, book: Book) {
	const [mentions, decisions] = await Promise.all([
		mentionsIn(db, book),
		companyDecisionsOf(db, book)
	]);
	return { groups: companiesOf(mentions, decisions), decisions };
}

/** Grouping a large book for a query that names nobody's company would be in vain. */
async function someoneHas(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book,
	words: readonly string[]
): Promise<boolean> {
	let query = db
		.selectFrom('contacts')
		.select('id')
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('deletedAt', 'is', null)
		.where('company', '<>', '');
	for (const word of words) query = query.where('searchText', 'like', `%${word}%`);
	return (await query.limit(1).execute()).length > 0;
}

async function mentionsIn(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book
): Promise<CompanyMention[]> {
	const { rows } = await sql<CompanyMention>`
		select company as name, count(distinct c.id)::int as contacts,
			array_remove(array_agg(distinct split_part(d.normalised, '@', 2)), null) as domains
		from contacts c
		left join contact_details d
			on d.community_id = c.community_id and d.contact_id = c.id and d.kind = 'email'
		where c.community_id = ${communityId} and c.owner_id = ${ownerId}
			and c.deleted_at is null and c.company <> ''
		group by company`.execute(db);
	return rows;
}
