import { type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { ofBook } from '#lib/network/load-told.server.ts';
import type { Source } from '#lib/network/memory.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;
type Ids = readonly string[] | 'all';

/** Rows of one statement: a book may hold any number of contacts. */
const batch = 5000;

/** A fact that follows from files, and the row that it follows from. */
export interface ToldFact {
	contactId: string;
	fact: object;
	source: Source | null;
}

/** How long a tie has been silent, and how close it was. */
export interface Silence {
	contactId: string;
	since: string;
	closeness: number;
}

/**
 * Lets these and no others be the facts that files tell of the contacts asked for. Only what differs
 * is written: most of a book stays as it is, however often it is told anew.
 */
export async function keepFacts(
	trx: Trx,
	book: Book,
	ids: Ids,
	facts: readonly ToldFact[]
): Promise<void> {
	const kept = await keptIds(trx, book, ids);
	const news = facts.filter((fact) => kept.get(keyOf(fact))?.pop() === undefined);
	await forget(trx, book, [...kept.values()].flat());
	for (let at = 0; at < news.length; at += batch)
		await insertFacts(trx, book, news.slice(at, at + batch));
}

async function insertFacts(
	trx: Trx,
	{ communityId }: Book,
	news: readonly ToldFact[]
): Promise<void> {
	const rows = news.map(({ contactId, fact, source }) => ({
		contact_id: contactId,
		fact,
		import_id: source?.importId ?? null,
		file: source?.file ?? '',
		line: source?.line ?? null
	}));
	await sql`insert into evidence (community_id, derived, contact_id, fact, import_id, file, line)
		select ${communityId}, true, row.*
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row
			(contact_id uuid, fact jsonb, import_id uuid, file text, line integer)`.execute(trx);
}

/** The ids of what was told before, by what it says: the same may be told twice. */
async function keptIds(trx: Trx, book: Book, ids: Ids): Promise<Map<string, string[]>> {
	const rows = await trx
		.selectFrom('evidence')
		.select(['id', 'contactId', 'fact', 'importId', 'file', 'line'])
		.where('communityId', '=', book.communityId)
		.where('derived', '=', true)
		.where('contactId', 'in', ofBook(trx, book, ids).select('contacts.id'))
		.execute();
	const kept = new Map<string, string[]>();
	for (const { id, contactId, fact, importId, file, line } of rows) {
		const source = importId === null ? null : { importId, file, line };
		const key = keyOf({ contactId, fact: Object(fact), source });
		kept.set(key, [...(kept.get(key) ?? []), id]);
	}
	return kept;
}

/** The database keeps the names of a fact's values in an order of its own. */
function keyOf({ contactId, fact, source }: ToldFact): string {
	const values = Object.entries(fact)
		.filter(([, value]) => value !== undefined)
		.toSorted(([one], [other]) => (one < other ? -1 : 1));
	return JSON.stringify([contactId, values, source?.importId, source?.file, source?.line]);
}

async function forget(trx: Trx, { communityId }: Book, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await sql`delete from evidence where community_id = ${communityId}
		and id = any(${ids}::uuid[])`.execute(trx);
}

/** The same for the silences of these contacts. */
export async function keepSilences(
	trx: Trx,
	book: Book,
	ids: Ids,
	silences: readonly Silence[]
): Promise<void> {
	const rows = silences.map(({ contactId, ...rest }) => ({ contact_id: contactId, ...rest }));
	const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told
		(contact_id uuid, since text, closeness real)`;
	await trx
		.deleteFrom('silences')
		.where('communityId', '=', book.communityId)
		.where('contactId', 'in', ofBook(trx, book, ids).select('contacts.id'))
		.where(sql<boolean>`contact_id not in (select told.contact_id from ${given})`)
		.execute();
	if (rows.length === 0) return;
	await sql`insert into silences as kept (community_id, owner_id, contact_id, since, closeness)
		select ${book.communityId}, ${book.ownerId}, told.* from ${given}
		on conflict (community_id, contact_id) do update
			set since = excluded.since, closeness = excluded.closeness
			where (kept.since, kept.closeness) is distinct from (excluded.since, excluded.closeness)`.execute(
		trx
	);
}
