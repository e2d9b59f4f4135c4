import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Book, bookOf } from '#lib/people/book.ts';
import type { CompanyDecision } from '#lib/people/company-groups.ts';
import { foldedCompany } from '#lib/people/company-units.ts';

/** Names of which something is said, each with each of the others. */
export interface NamePairs {
	names: readonly string[];
	others: readonly string[];
}

/** What the owner of a book said of companies' names. */
export function companyDecisionsOf(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book
): Promise<CompanyDecision[]> {
	return db
		.selectFrom('companyDecisions')
		.select(['one', 'other', 'decision'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.orderBy('one')
		.orderBy('other')
		.execute();
}

/**
 * Keeps in this member's book that each name is, or is not, the same company as each of the others;
 * what was said of a pair before is forgotten. False where there is no pair or no book of theirs.
 */
export async function decideCompanies(
	db: Kysely<Database>,
	actor: Actor,
	pairs: NamePairs,
	decision: 'same' | 'apart',
	now: Date
): Promise<boolean> {
	const book = bookOf(actor, 'change_contact');
	const folded = foldedPairs(pairs);
	if (!book || folded.length === 0) return false;
	await db
		.insertInto('companyDecisions')
		.values(folded.map((pair) => ({ ...book, ...pair, decision, decidedAt: now })))
		.onConflict((conflict) =>
			conflict
				.columns(['communityId', 'ownerId', 'one', 'other'])
				.doUpdateSet({ decision, decidedAt: now })
		)
		.execute();
	return true;
}

/** Takes back what was decided of names and each of the others; false where nothing was. */
export async function forgetCompanyDecisions(
	db: Kysely<Database>,
	actor: Actor,
	pairs: NamePairs
): Promise<boolean> {
	const book = bookOf(actor, 'change_contact');
	const folded = foldedPairs(pairs);
	if (!book || folded.length === 0) return false;
	const forgotten = await db
		.deleteFrom('companyDecisions')
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where(
			sql<boolean>`(one, other) in (select pair.one, pair.other from
				jsonb_to_recordset(${JSON.stringify(folded)}::jsonb) as pair (one text, other text))`
		)
		.returning('one')
		.execute();
	return forgotten.length > 0;
}

/** So many names of a group at most are told from so many others. */
const mostNames = 100;

function foldedPairs({ names, others }: NamePairs): { one: string; other: string }[] {
	const [some, rest] = [names, others].map((list) =>
		[...new Set(list.slice(0, mostNames).map(foldedCompany))].filter((name) => name !== '')
	);
	const pairs = (some ?? []).flatMap((name) =>
		(rest ?? [])
			.filter((other) => other !== name)
			.map((other) => (name < other ? { one: name, other } : { one: other, other: name }))
	);
	return [...new Map(pairs.map((pair) => [`${pair.one}\n${pair.other}`, pair])).values()];
}
