import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Sharing } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import { bookOf } from '#lib/people/book.ts';

/** What others may know of a member's contacts, for that member. */
export interface BookSharing {
	/** Of all for which nothing else was chosen. */
	sharing: Sharing;
	/** How many contacts are shared how. */
	contacts: Record<Sharing, number>;
	/** How many of them keep what was chosen for themselves or for their import. */
	apart: number;
}

/** Of this member's own book; null for anyone but members. */
export async function readBookSharing(
	db: Kysely<Database>,
	actor: Actor
): Promise<BookSharing | null> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return null;
	const { sharing } = await db
		.selectFrom('members')
		.select('sharing')
		.where('communityId', '=', book.communityId)
		.where('id', '=', book.ownerId)
		.executeTakeFirstOrThrow();
	const rows = await db
		.selectFrom('contacts')
		.select((eb) => ['sharing', 'sharingBy', eb.fn.countAll<number>().as('count')])
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where('deletedAt', 'is', null)
		.groupBy(['sharing', 'sharingBy'])
		.execute();
	const contacts = { private: 0, blind: 0, visible: 0 };
	let apart = 0;
	for (const row of rows) {
		contacts[row.sharing] += row.count;
		if (row.sharingBy !== 'book') apart += row.count;
	}
	return { sharing, contacts, apart };
}
