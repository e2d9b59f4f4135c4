import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { ContactRow, Database } from '#lib/db/schema.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';
import type { DetailDraft, PositionDraft } from '#lib/people/contact-draft.ts';
import { type ContactEvent, readEvent } from '#lib/people/contact-event.ts';

/** Everything its owner knows of a contact, except the evidence (see network). */
export interface ContactSheet extends Omit<ContactRow, 'searchText' | 'communityId' | 'ownerId'> {
	details: (DetailDraft & Provenance & { id: string; label: string })[];
	/** Present posts first, then the latest. */
	positions: (PositionDraft & Provenance)[];
}

/** Where a value came from: nulls for what was written by hand. */
export interface Provenance {
	importId: string | null;
	/** Inside an archive; else empty. */
	file: string;
	line: number | null;
}

/** A contact of this member's; null when there is none, or when it is somebody else's. */
export async function readContact(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): Promise<ContactSheet | null> {
	const book = bookOf(actor, 'read_contact');
	if (!book || !isId(id)) return null;
	const row = await db
		.selectFrom('contacts')
		.selectAll()
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where('id', '=', id)
		.where('deletedAt', 'is', null)
		.executeTakeFirst();
	if (!row) return null;
	const [details, positions] = await Promise.all([
		readDetails(db, book, id),
		readPositions(db, book, id)
	]);
	const { searchText: _1, communityId: _2, ownerId: _3, ...contact } = row;
	return { ...contact, details, positions };
}

/** What happened to a contact, latest first; nothing for anyone but its owner. */
export async function readHistory(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): Promise<{ event: ContactEvent; at: Date }[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book || !isId(id)) return [];
	const rows = await db
		.selectFrom('contactEvents')
		.innerJoin('contacts', (join) =>
			join
				.onRef('contacts.communityId', '=', 'contactEvents.communityId')
				.onRef('contacts.id', '=', 'contactEvents.contactId')
		)
		.select(['contactEvents.kind', 'contactEvents.detail', 'contactEvents.at'])
		.where('contacts.communityId', '=', book.communityId)
		.where('contacts.ownerId', '=', book.ownerId)
		.where('contacts.id', '=', id)
		.orderBy('contactEvents.at', 'desc')
		.limit(100)
		.execute();
	return rows.flatMap((row) => {
		const event = readEvent(row);
		return event ? [{ event, at: row.at }] : [];
	});
}

function readDetails(db: Kysely<Database>, { communityId }: Book, contactId: string) {
	return db
		.selectFrom('contactDetails')
		.select(['id', 'kind', 'value', 'normalised', 'label', 'importId', 'file', 'line'])
		.where('communityId', '=', communityId)
		.where('contactId', '=', contactId)
		.orderBy('createdAt')
		.orderBy('normalised')
		.execute();
}

function readPositions(db: Kysely<Database>, { communityId }: Book, contactId: string) {
	return db
		.selectFrom('positions')
		.select(['company', 'title', 'startedOn', 'endedOn', 'importId', 'file', 'line'])
		.where('communityId', '=', communityId)
		.where('contactId', '=', contactId)
		.orderBy((eb) => eb('endedOn', '=', ''), 'desc')
		.orderBy('endedOn', 'desc')
		.orderBy('startedOn', 'desc')
		.orderBy('company')
		.execute();
}
