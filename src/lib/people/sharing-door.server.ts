import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/**
 * Called within the transaction in which others may come to know more or less of contacts of this
 * book; of these alone, or without `contactIds` of any.
 */
export type SharingChanged = (
	trx: Trx,
	changed: Book & { contactIds?: readonly string[] }
) => Promise<void>;

export type Shared =
	| { ok: true; /** How many contacts changed. */ contacts: number }
	| { ok: false; refusal: 'not_allowed' };

/** Does it in the actor's own book, in one transaction; refuses everybody who has none. */
export function inOwnBook(
	db: Kysely<Database>,
	actor: Actor,
	work: (trx: Trx, book: Book) => Promise<Shared>
): Promise<Shared> {
	const refused: Shared = { ok: false, refusal: 'not_allowed' };
	if (actor.kind !== 'member') return Promise.resolve(refused);
	const book = { communityId: actor.communityId, ownerId: actor.memberId };
	if (!may(actor, { to: 'choose_sharing', ...book })) return Promise.resolve(refused);
	return db.transaction().execute((trx) => work(trx, book));
}

/** Lets the change be known, and counts the contacts a book shows. */
export async function tellChanged(
	trx: Trx,
	book: Book,
	rows: readonly { id: string; mergedInto: string | null }[],
	changed: SharingChanged
): Promise<Shared> {
	const contactIds = rows.map(({ id }) => id);
	if (contactIds.length > 0) await changed(trx, { ...book, contactIds });
	return { ok: true, contacts: rows.filter(({ mergedInto }) => mergedInto === null).length };
}
