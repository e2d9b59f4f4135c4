import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { bookOf, isId } from '#lib/people/book.ts';

/** Throws away what has come of a member's file; false when none of theirs is on its way. */
export async function discardUpload(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): Promise<boolean> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(id)) return false;
	const { numDeletedRows } = await db
		.deleteFrom('imports')
		.where('communityId', '=', book.communityId)
		.where('memberId', '=', book.ownerId)
		.where('id', '=', id)
		.where('state', '=', 'uploading')
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Erases files that nobody sent to their end or said the columns of: a day after their last piece,
 * a week where only the columns are missing. Answers how many.
 */
export async function eraseUnfinished(db: Kysely<Database>, now: Date): Promise<number> {
	const before = (days: number) => new Date(now.getTime() - days * day);
	const { numDeletedRows } = await db
		.deleteFrom('imports')
		.where((eb) => {
			const since = eb.fn.coalesce('lastPieceAt', 'createdAt');
			return eb.or([
				eb.and([eb('state', '=', 'uploading'), eb(since, '<', before(1))]),
				eb.and([eb('state', '=', 'mapping'), eb(since, '<', before(7))])
			]);
		})
		.executeTakeFirst();
	return Number(numDeletedRows);
}

/**
 * Erases the file of an import that was stopped a week ago and not gone on with; it stays as it was
 * stopped, and can go on no more. Answers how many.
 */
export async function eraseStopped(db: Kysely<Database>, now: Date): Promise<number> {
	const { rows } = await sql`with over as (
			update imports set finished_at = ${now}
			where state = 'cancelled' and finished_at is null
				and coalesce(last_piece_at, created_at) < ${new Date(now.getTime() - 7 * day)}
			returning community_id, id),
		gone as (delete from import_pieces p using over
			where p.community_id = over.community_id and p.import_id = over.id)
		select id from over`.execute(db);
	return rows.length;
}
