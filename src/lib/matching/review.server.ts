import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import {
	keptApart,
	keyOf,
	type Likeness,
	type Pair,
	settle
} from '#lib/matching/likenesses.server.ts';
import { readReasons } from '#lib/matching/merge-record.ts';
import { lockBook } from '#lib/matching/merge.server.ts';
import { countQuestions } from '#lib/matching/person-questions.server.ts';
import { readTrees } from '#lib/matching/regroup.server.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';

/** The pairs of which this member is to be asked, the most probable first; nothing for others. */
export async function pairsToReview(db: Kysely<Database>, actor: Actor): Promise<Likeness[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return [];
	const asked = await readAsked(db, book);
	if (asked.length === 0) return [];
	const trees = await readTrees(db, book);
	const apart = await keptApart(db, book, trees);
	const pairs = new Map<string, Likeness>();
	for (const { oneId, otherId, ...rest } of asked) {
		const [one, other] = [trees.rootOf(oneId), trees.rootOf(otherId)];
		const key = keyOf(one, other);
		if (one === other || apart.has(one, other) || pairs.has(key)) continue;
		pairs.set(key, { oneId: one, otherId: other, ...rest });
	}
	const shown = await shownOf(db, book, [...pairs.values()]);
	return [...pairs.values()].filter(({ oneId, otherId }) => shown.has(oneId) && shown.has(otherId));
}

/** How many pairs this member is to be asked about, within their book and between books. */
export async function countToReview(db: Kysely<Database>, actor: Actor): Promise<number> {
	return (await pairsToReview(db, actor)).length + (await countQuestions(db, actor));
}

/** Keeps two of this member's contacts apart for good; false when they are not this member's. */
export function keepApart(db: Kysely<Database>, actor: Actor, pair: Pair, now: Date) {
	return decide(db, actor, pair, 'apart', now);
}

/** Takes that back: the pair is to be asked about again. */
export function askAgain(db: Kysely<Database>, actor: Actor, pair: Pair, now: Date) {
	return decide(db, actor, pair, 'asked', now);
}

function decide(
	db: Kysely<Database>,
	actor: Actor,
	pair: Pair,
	state: 'apart' | 'asked',
	now: Date
): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const book = bookOf(actor, 'change_contact');
		const ids = [...new Set([pair.oneId, pair.otherId])].filter(isId);
		if (!book || ids.length < 2) return false;
		await lockBook(trx, book);
		const own = await trx
			.selectFrom('contacts')
			.select('id')
			.where('communityId', '=', book.communityId)
			.where('ownerId', '=', book.ownerId)
			.where('id', 'in', ids)
			.execute();
		if (own.length < 2) return false;
		await settle(trx, book, pair, state, now);
		return true;
	});
}

async function readAsked(db: Kysely<Database>, { communityId, ownerId }: Book) {
	const rows = await db
		.selectFrom('likenesses')
		.select(['oneId', 'otherId', 'probability', 'reasons'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('state', '=', 'asked')
		.orderBy('probability', 'desc')
		.orderBy('oneId')
		.orderBy('otherId')
		.execute();
	return rows.map((row) => ({ ...row, reasons: readReasons(row.reasons) }));
}

async function shownOf(db: Kysely<Database>, { communityId, ownerId }: Book, pairs: Pair[]) {
	const rows = await db
		.selectFrom('contacts')
		.select('id')
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('deletedAt', 'is', null)
		.where(
			'id',
			'=',
			sql<string>`any(${pairs.flatMap(({ oneId, otherId }) => [oneId, otherId])}::uuid[])`
		)
		.execute();
	return new Set(rows.map(({ id }) => id));
}
