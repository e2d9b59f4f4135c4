import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { bookOf, isId } from '#lib/people/book.ts';
import { addEvent } from '#lib/people/contact-save.server.ts';

/** How long a deleted contact can be brought back. */
const keptDays = 30;

/** Takes a contact out of sight; it is erased after thirty days. False when there is none of this member's. */
export function deleteContact(
	db: Kysely<Database>,
	actor: Actor,
	id: string,
	now: Date
): Promise<boolean> {
	return mark(db, actor, id, { kind: 'deleted', at: now });
}

/** Brings a deleted contact back as it was. False when it is not there any more. */
export function restoreContact(
	db: Kysely<Database>,
	actor: Actor,
	id: string,
	now: Date
): Promise<boolean> {
	return mark(db, actor, id, { kind: 'restored', at: now });
}

/** A contact that this member deleted and can still bring back; null when there is none. */
export async function readDeleted(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): Promise<{ id: string; fullName: string } | null> {
	const book = bookOf(actor, 'read_contact');
	if (!book || !isId(id)) return null;
	const row = await db
		.selectFrom('contacts')
		.select(['id', 'fullName'])
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where('id', '=', id)
		.where('deletedAt', 'is not', null)
		.where('mergedInto', 'is', null)
		.executeTakeFirst();
	return row ?? null;
}

/**
 * Erases what was deleted thirty days ago, in every community; answers how many. Nightly. A contact
 * that is merged into another goes with that one only; what is kept of letters with them goes too.
 */
export async function purgeDeleted(db: Kysely<Database>, now: Date): Promise<number> {
	const limit = new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000);
	const result = await sql`with recursive gone as (
			select community_id, id from contacts where merged_into is null and deleted_at < ${limit}
			union all
			select k.community_id, k.id from contacts k
			join gone on k.community_id = gone.community_id and k.merged_into = gone.id),
		written_with as (delete from correspondents c using gone
			where c.community_id = gone.community_id and c.contact_id = gone.id)
		delete from contacts k using gone
		where k.community_id = gone.community_id and k.id = gone.id`.execute(db);
	return Number(result.numAffectedRows ?? 0);
}

async function mark(
	db: Kysely<Database>,
	actor: Actor,
	id: string,
	event: { kind: 'deleted' | 'restored'; at: Date }
): Promise<boolean> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(id)) return false;
	return db.transaction().execute(async (trx) => {
		const row = await trx
			.updateTable('contacts')
			.set({ deletedAt: event.kind === 'deleted' ? event.at : null })
			.where('communityId', '=', book.communityId)
			.where('ownerId', '=', book.ownerId)
			.where('id', '=', id)
			.where('deletedAt', event.kind === 'deleted' ? 'is' : 'is not', null)
			.where('mergedInto', 'is', null)
			.returning('id')
			.executeTakeFirst();
		if (row) await addEvent(trx, book, id, { kind: event.kind }, event.at);
		return row !== undefined;
	});
}
