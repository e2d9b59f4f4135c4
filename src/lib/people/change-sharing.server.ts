import { type RawBuilder, sql, type Transaction } from 'kysely';
import { communityNow } from '#lib/db/clock.server.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Book } from '#lib/people/book.ts';

/** Some of a book's contacts, and what others may know of them from now on. */
export interface SharingChange {
	/** Of the contact `k`, as SQL. */
	which: RawBuilder<unknown>;
	/** From what `k` had until then. */
	sharing: RawBuilder<unknown>;
	sharingBy: RawBuilder<unknown>;
	/** By which it can be undone; null where it cannot. */
	change: string | null;
	/** It takes an earlier choice back. */
	undone?: boolean;
}

export type ChangedContact = { id: string; mergedInto: string | null };

/**
 * Changes what others may know of contacts, and writes a line into the history of each of which they
 * may know more or less than before; as one statement, however many there are.
 */
export async function changeSharing(
	trx: Transaction<Database>,
	{ communityId, ownerId }: Book,
	{ which, sharing, sharingBy, change, undone = false }: SharingChange
): Promise<ChangedContact[]> {
	const at = await communityNow(trx, communityId);
	const { rows } = await sql<ChangedContact>`
		with was as materialized (
			select k.id, k.sharing from contacts k
			where k.community_id = ${communityId} and k.owner_id = ${ownerId} and ${which}),
		changed as (
			update contacts k set sharing = ${sharing}, sharing_by = ${sharingBy},
				sharing_was = k.sharing, sharing_was_by = k.sharing_by, sharing_change = ${change}::uuid
			from was where k.community_id = ${communityId} and k.id = was.id
			returning k.id, k.merged_into, k.deleted_at, k.sharing, k.sharing_by, was.sharing as before),
		told as (
			insert into contact_events (community_id, contact_id, kind, at, detail)
			select ${communityId}::uuid, id, 'shared', ${at}::timestamptz, jsonb_build_object(
				'sharing', sharing, 'by', sharing_by, 'undone', ${undone}::boolean)
			from changed where sharing <> before and merged_into is null and deleted_at is null)
		select id, merged_into as "mergedInto" from changed`.execute(trx);
	return rows;
}
