import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';
import { lineColumns, type ContactLine } from '#lib/people/contact-list.server.ts';
import { lockContact } from '#lib/people/contact-save.server.ts';

/** Somebody at the other end of "Dean knows Pierre", as the member noted it. */
export interface Acquaintance {
	contact: ContactLine;
	/** How they know each other, in the member's words; may be empty. */
	how: string;
}

export type AcquaintanceSaved = { ok: true } | { ok: false; refusal: 'not_found' | 'same_person' };

const longestHow = 300;

/** Who among this member's contacts knows this person: the connectors to ask. */
export function acquaintancesOf(
	db: Kysely<Database>,
	actor: Actor,
	targetId: string
): Promise<Acquaintance[]> {
	return across(db, actor, targetId, { from: 'targetId', to: 'connectorId' });
}

/** Whom this connector is noted to know. */
export function knownBy(
	db: Kysely<Database>,
	actor: Actor,
	connectorId: string
): Promise<Acquaintance[]> {
	return across(db, actor, connectorId, { from: 'connectorId', to: 'targetId' });
}

/**
 * Notes that one of this member's contacts knows another, or how; both must be theirs. Once noted,
 * an empty `how` leaves the words that were there.
 */
export function saveAcquaintance(
	db: Kysely<Database>,
	actor: Actor,
	pair: { connectorId: string; targetId: string; how?: string },
	now: Date
): Promise<AcquaintanceSaved> {
	return db.transaction().execute((trx) => saveAcquaintanceWithin(trx, actor, pair, now));
}

/** The same, as a part of a larger change. */
export async function saveAcquaintanceWithin(
	trx: Transaction<Database>,
	actor: Actor,
	pair: { connectorId: string; targetId: string; how?: string },
	now: Date
): Promise<AcquaintanceSaved> {
	const book = bookOf(actor, 'change_contact');
	const { connectorId, targetId } = pair;
	const how = (pair.how ?? '').trim().slice(0, longestHow);
	if (!book) return { ok: false, refusal: 'not_found' };
	if (connectorId === targetId) return { ok: false, refusal: 'same_person' };
	for (const id of [connectorId, targetId].toSorted())
		if (!(await lockContact(trx, book, id))) return { ok: false, refusal: 'not_found' };
	await trx
		.insertInto('acquaintances')
		.values({ ...book, connectorId, targetId, how, createdAt: now })
		.onConflict((conflict) => {
			const known = conflict.columns(['communityId', 'connectorId', 'targetId']);
			return how ? known.doUpdateSet({ how }) : known.doNothing();
		})
		.execute();
	return { ok: true };
}

/** Forgets that one knows the other; false when it was not noted by this member. */
export async function removeAcquaintance(
	db: Kysely<Database>,
	actor: Actor,
	pair: { connectorId: string; targetId: string }
): Promise<boolean> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(pair.connectorId) || !isId(pair.targetId)) return false;
	const result = await db
		.deleteFrom('acquaintances')
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where('connectorId', '=', pair.connectorId)
		.where('targetId', '=', pair.targetId)
		.executeTakeFirst();
	return result.numDeletedRows > 0n;
}

type End = 'connectorId' | 'targetId';

async function across(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string,
	ends: { from: End; to: End }
): Promise<Acquaintance[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book || !isId(contactId)) return [];
	const rows = await noted(db, book, contactId, ends).execute();
	return rows.map(({ how, ...contact }) => ({ contact, how }));
}

function noted(db: Kysely<Database>, book: Book, contactId: string, ends: { from: End; to: End }) {
	return db
		.selectFrom('acquaintances')
		.innerJoin('contacts', (join) =>
			join
				.onRef('contacts.communityId', '=', 'acquaintances.communityId')
				.onRef('contacts.id', '=', `acquaintances.${ends.to}`)
		)
		.select([...lineColumns.map((column) => `contacts.${column}` as const), 'acquaintances.how'])
		.where('acquaintances.communityId', '=', book.communityId)
		.where('acquaintances.ownerId', '=', book.ownerId)
		.where(`acquaintances.${ends.from}`, '=', contactId)
		.where('contacts.ownerId', '=', book.ownerId)
		.where('contacts.deletedAt', 'is', null)
		.orderBy('contacts.searchText')
		.orderBy('contacts.id');
}
