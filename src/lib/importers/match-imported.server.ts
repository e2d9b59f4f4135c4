import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { matchBook, matchContact } from '#lib/matching/match-book.server.ts';
import { retellTies } from '#lib/network/retell.server.ts';
import type { Book } from '#lib/people/book.ts';

/** Finds who stands twice in the book that a file was read into, once it is read. */
export async function matchImported(
	db: Kysely<Database>,
	{ communityId, importId }: { communityId: string; importId: string },
	now: Date
): Promise<void> {
	const read = await db
		.selectFrom('imports')
		.select('memberId')
		.where('communityId', '=', communityId)
		.where('id', '=', importId)
		.where('state', '=', 'done')
		.executeTakeFirst();
	if (read) await matchWhole(db, { communityId, ownerId: read.memberId }, now);
}

/** Finds who stands twice in a book. */
export async function matchWhole(db: Kysely<Database>, book: Book, now: Date): Promise<void> {
	await matchBook(db, book, now, retellTies);
}

/** Finds whether a contact that its owner has just saved stands twice. */
export async function matchSaved(
	db: Kysely<Database>,
	book: Book,
	contactId: string,
	now: Date
): Promise<void> {
	await matchContact(db, book, contactId, now, retellTies);
}
