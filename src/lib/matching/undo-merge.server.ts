import { type Kysely, sql, type Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { settle } from '#lib/matching/likenesses.server.ts';
import { lockBook } from '#lib/matching/merge.server.ts';
import { regroup, type Retell } from '#lib/matching/regroup.server.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/**
 * Makes two contacts again of what a merge of this member's had made one, at any later time and
 * whatever was merged or undone since. The two are not joined again by themselves. False when there
 * is no such merge, or it is undone.
 */
export async function undoMerge(
	db: Kysely<Database>,
	actor: Actor,
	mergeId: string,
	now: Date,
	retell: Retell
): Promise<boolean> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(mergeId)) return false;
	return db.transaction().execute(async (trx) => {
		await lockBook(trx, book);
		const merge = await standing(trx, book, mergeId);
		if (!merge) return false;
		const ids = [merge.keptId, merge.mergedId];
		await regroup(trx, book, ids, () => separate(trx, book, [mergeId], now), retell);
		await settle(trx, book, { oneId: merge.keptId, otherId: merge.mergedId }, 'apart', now);
		return true;
	});
}

function standing(trx: Trx, { communityId, ownerId }: Book, id: string) {
	return trx
		.selectFrom('merges')
		.select(['keptId', 'mergedId'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('id', '=', id)
		.where('undoneAt', 'is', null)
		.executeTakeFirst();
}

/** Shows the contacts again that these merges hid. */
export async function separate(
	trx: Trx,
	{ communityId, ownerId }: Book,
	mergeIds: readonly string[],
	now: Date
): Promise<void> {
	await sql`with undone as (
			update merges set undone_at = ${now}
			where community_id = ${communityId} and owner_id = ${ownerId} and undone_at is null
				and id = any(${[...mergeIds]}::uuid[])
			returning merged_id)
		update contacts set merged_into = null, deleted_at = null from undone
		where community_id = ${communityId} and id = undone.merged_id`.execute(trx);
}
