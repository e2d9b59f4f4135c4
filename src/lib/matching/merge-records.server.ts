import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { type HomeAcquaintance, type MergeRecord, readRecord } from '#lib/matching/merge-record.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** What the standing merges of these hidden contacts moved, by the hidden contact. */
export async function readRecords(
	trx: Trx,
	{ communityId, ownerId }: Book,
	hiddenIds: readonly string[]
): Promise<Map<string, MergeRecord & { mergedAt: Date }>> {
	const merges = await trx
		.selectFrom('merges')
		.select(['mergedId', 'mergedAt', 'before'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('undoneAt', 'is', null)
		.where('mergedId', '=', sql<string>`any(${[...hiddenIds]}::uuid[])`)
		.execute();
	return new Map(
		merges.map(({ mergedId, mergedAt, before }) => [mergedId, { mergedAt, ...readRecord(before) }])
	);
}

/** Remembers what was moved, acquaintances excepted. */
export async function writeRecords(
	trx: Trx,
	{ communityId }: Book,
	records: ReadonlyMap<string, MergeRecord>
): Promise<void> {
	const rows = JSON.stringify([...records].map(([id, before]) => ({ id, before })));
	await sql`update merges set before = merges.before || (r.before - 'acquaintances')
		from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, before jsonb)
		where community_id = ${communityId} and undone_at is null and merged_id = r.id`.execute(trx);
}

/** Where the acquaintances of a book that merges moved belong. */
export async function readHomes(
	trx: Trx,
	{ communityId, ownerId }: Book
): Promise<HomeAcquaintance[]> {
	const { rows } = await sql<{ before: unknown }>`select before from merges
		where community_id = ${communityId} and owner_id = ${ownerId} and undone_at is null
			and before -> 'acquaintances' <> '[]'`.execute(trx);
	return rows.flatMap(({ before }) => readRecord(before).acquaintances);
}

/** Remembers them with the merges of the contacts they belong to. */
export async function writeHomes(
	trx: Trx,
	{ communityId, ownerId }: Book,
	homes: readonly HomeAcquaintance[]
): Promise<void> {
	const ends = homes.flatMap((home) =>
		[home.connectorId, home.targetId].map((id) => ({ id, home }))
	);
	const rows = [...Map.groupBy(ends, ({ id }) => id)].map(([id, some]) => ({
		id,
		homes: some.map(({ home }) => home)
	}));
	const ofBook = sql`community_id = ${communityId} and owner_id = ${ownerId} and undone_at is null`;
	await sql`update merges set before = jsonb_set(before, '{acquaintances}', '[]')
		where ${ofBook} and before -> 'acquaintances' <> '[]'`.execute(trx);
	if (rows.length === 0) return;
	await sql`update merges set before = jsonb_set(before, '{acquaintances}', r.homes)
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, homes jsonb)
		where community_id = ${communityId} and undone_at is null and merged_id = r.id`.execute(trx);
}
