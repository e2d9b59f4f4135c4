import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Sharing } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Book } from '#lib/people/book.ts';
import type { SharingChoice } from '#lib/people/sharing-level.ts';

/** The two columns of contacts that say what others may know of one, and for what that was chosen. */
export interface SharingColumns {
	sharing: Sharing;
	sharingBy: 'book' | 'contact';
}

/** What a choice comes to in this book, whose own level cannot change until the transaction ends. */
export async function chosenSharing(
	trx: Transaction<Database>,
	{ communityId, ownerId }: Book,
	choice: SharingChoice
): Promise<SharingColumns> {
	await sql`select pg_advisory_xact_lock_shared(${keyOf(ownerId)})`.execute(trx);
	const { sharing } = await trx
		.selectFrom('members')
		.select('sharing')
		.where('communityId', '=', communityId)
		.where('id', '=', ownerId)
		.executeTakeFirstOrThrow();
	return choice === 'book'
		? { sharing, sharingBy: 'book' }
		: { sharing: choice, sharingBy: 'contact' };
}

/** Waits for those who add to this book as it is shared now, and lets nobody begin to. */
export async function lockSharing(trx: Transaction<Database>, { ownerId }: Book): Promise<void> {
	await sql`select pg_advisory_xact_lock(${keyOf(ownerId)})`.execute(trx);
}

// A lock of its own: the member's row is held by an import for as long as a batch takes.
function keyOf(ownerId: string): RawBuilder<unknown> {
	return sql`hashtextextended(${`sharing of ${ownerId}`}, 0)`;
}

/**
 * The same columns, `sharing, sharing_by`, for all that an import creates: as was chosen for it, else
 * as the book is. Private where there is neither. The import's transaction holds the member's row.
 */
export function importedSharing(
	{ communityId, ownerId }: Book,
	importId: string
): RawBuilder<unknown> {
	const ofImport = sql`(select sharing from imports
		where community_id = ${communityId} and id = ${importId})`;
	const ofBook = sql`(select sharing from members
		where community_id = ${communityId} and id = ${ownerId})`;
	return sql`coalesce(${ofImport}, ${ofBook}, 'private'),
		case when ${ofImport} is null then 'book' else 'import' end`;
}
