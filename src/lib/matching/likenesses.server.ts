import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { MatchReason } from '#lib/matching/match-reason.ts';
import type { MergedTrees } from '#lib/matching/merged-trees.ts';
import { askAnew } from '#lib/matching/person-contacts.server.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** Two contacts of one book, in any order. */
export interface Pair {
	oneId: string;
	otherId: string;
}

/** A pair that may be one person. */
export interface Likeness extends Pair {
	probability: number;
	reasons: MatchReason[];
}

/** Remembers what a member decided of a pair, or that it is to be asked again. */
export async function settle(
	trx: Trx,
	{ communityId, ownerId }: Book,
	pair: Pair,
	state: 'asked' | 'apart',
	now: Date
): Promise<void> {
	const [oneId = '', otherId = ''] = [pair.oneId, pair.otherId].toSorted();
	const decidedAt = state === 'apart' ? now : null;
	await trx
		.insertInto('likenesses')
		.values({
			communityId,
			ownerId,
			oneId,
			otherId,
			state,
			probability: 1,
			foundAt: now,
			decidedAt
		})
		.onConflict((conflict) =>
			conflict.columns(['communityId', 'oneId', 'otherId']).doUpdateSet({ state, decidedAt })
		)
		.execute();
	await askAnew(trx, communityId, [oneId, otherId]);
}

/** Which contacts a member keeps apart, seen between those that are shown. */
export async function keptApart(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book,
	trees: MergedTrees
): Promise<{ pairs: [string, string][]; has: (one: string, other: string) => boolean }> {
	const rows = await db
		.selectFrom('likenesses')
		.select(['oneId', 'otherId'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('state', '=', 'apart')
		.execute();
	const pairs = rows.map((row): [string, string] => [
		trees.rootOf(row.oneId),
		trees.rootOf(row.otherId)
	]);
	const keys = new Set(pairs.map(([one, other]) => keyOf(one, other)));
	return { pairs, has: (one, other) => keys.has(keyOf(one, other)) };
}

/** The same for a pair in either order. */
export function keyOf(one: string, other: string): string {
	return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/**
 * Replaces the pairs that are to be asked about: all of the book, or those with one contact. What was
 * decided stays, and a pair that was found before keeps its day.
 */
export async function replaceAsked(
	trx: Trx,
	{ communityId, ownerId }: Book,
	likenesses: readonly Likeness[],
	now: Date,
	of?: string
): Promise<void> {
	const rows = JSON.stringify(
		likenesses.map(({ oneId, otherId, ...rest }) => {
			const [one, other] = [oneId, otherId].toSorted();
			return { one, other, ...rest };
		})
	);
	const given = sql`jsonb_to_recordset(${rows}::jsonb)
		as r (one uuid, other uuid, probability real, reasons jsonb)`;
	const those = of === undefined ? sql`` : sql`and ${of} in (one_id, other_id)`;
	await sql`delete from likenesses where community_id = ${communityId} and owner_id = ${ownerId}
		and state = 'asked' ${those}
		and not exists (select from ${given} where r.one = one_id and r.other = other_id)`.execute(trx);
	await sql`insert into likenesses (community_id, owner_id, one_id, other_id, probability, reasons, found_at)
		select ${communityId}, ${ownerId}, r.one, r.other, r.probability, r.reasons, ${now} from ${given}
		on conflict (community_id, one_id, other_id) do update
			set probability = excluded.probability, reasons = excluded.reasons
			where likenesses.state = 'asked'`.execute(trx);
}
