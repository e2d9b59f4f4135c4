import { type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { idsByKey, idsByName } from '#lib/importers/candidate-ids.server.ts';
import { KnownContacts, type KnownContact, type Marked } from '#lib/importers/known-contacts.ts';
import { samePerson } from '#lib/importers/same-person.ts';
import { detailKey, hasProfile } from '#lib/importers/told-person.ts';
import type { Book } from '#lib/people/book.ts';
import { readEvent, toldFields, type ToldField } from '#lib/people/contact-event.ts';

type Trx = Transaction<Database>;

/** What an import remembers of the book from one batch to the next. */
export interface Remembered {
	/** Ids of the contacts that its rows told of. */
	told: Set<string>;
	/** Names of the contacts that have no profile; see bareNames. */
	bare: Set<string>;
}

/**
 * The contacts of this book that the people at hand may be, held still until the transaction ends.
 * Names are looked at only where nothing better identifies: whole books share a hundred of them.
 */
export async function loadKnown(
	trx: Trx,
	book: Book,
	people: readonly Marked[],
	{ told, bare }: Remembered
): Promise<KnownContacts> {
	const known = new KnownContacts(await load(trx, book, await idsByKey(trx, book, people), told));
	const others = people.filter(
		(person) => (bare.has(person.fullName) || !hasProfile(person)) && !samePerson(person, known)
	);
	for (const contact of await load(trx, book, await idsByName(trx, book, others), told))
		known.add(contact);
	return known;
}

async function load(trx: Trx, book: Book, ids: string[], told: ReadonlySet<string>) {
	if (ids.length === 0) return [];
	const rows = await contactsOf(trx, book, ids);
	const details = await detailsOf(trx, book, ids);
	const marks = await marksOf(trx, book, ids);
	const edits = await editsOf(trx, book, ids);
	return rows.map(({ importId, ...row }): KnownContact => {
		const edit = edits.get(row.id);
		const isByHand = (field: ToldField) =>
			edit?.fields.has(field) || (importId === null && row[field] !== '');
		return {
			...row,
			details: details.get(row.id) ?? new Set(),
			marks: marks.get(row.id) ?? new Set(),
			byHand: new Set(toldFields.filter(isByHand)),
			removed: edit?.removed ?? new Set(),
			told: told.has(row.id)
		};
	});
}

function contactsOf(trx: Trx, { communityId, ownerId }: Book, ids: string[]) {
	return trx
		.selectFrom('contacts')
		.select([
			'id',
			'givenName',
			'familyName',
			'fullName',
			'company',
			'position',
			'connectedOn',
			'importId',
			'updatedAt'
		])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('deletedAt', 'is', null)
		.where('id', '=', sql<string>`any(${ids})`)
		.orderBy('createdAt')
		.orderBy('id')
		.forUpdate()
		.execute();
}

async function detailsOf(trx: Trx, { communityId }: Book, ids: string[]) {
	const rows = await trx
		.selectFrom('contactDetails')
		.select(['contactId', 'kind', 'normalised'])
		.where('communityId', '=', communityId)
		.where('contactId', '=', sql<string>`any(${ids})`)
		.execute();
	return grouped(rows, detailKey);
}

async function marksOf(trx: Trx, { communityId }: Book, ids: string[]) {
	const rows = await trx
		.selectFrom('importMarks')
		.select(['contactId', 'mark'])
		.where('communityId', '=', communityId)
		.where('contactId', '=', sql<string>`any(${ids})`)
		.execute();
	return grouped(rows, (row) => row.mark.toString('hex'));
}

function grouped<Row extends { contactId: string }>(rows: Row[], keyOf: (row: Row) => string) {
	const groups = new Map<string, Set<string>>();
	for (const row of rows) {
		const group = groups.get(row.contactId) ?? new Set();
		groups.set(row.contactId, group.add(keyOf(row)));
	}
	return groups;
}

/** What owners did by hand, from the history of each contact. */
async function editsOf(trx: Trx, { communityId }: Book, ids: string[]) {
	const rows = await trx
		.selectFrom('contactEvents')
		.select(['contactId', 'kind', 'detail'])
		.where('communityId', '=', communityId)
		.where('contactId', '=', sql<string>`any(${ids})`)
		.where('kind', '=', 'edited')
		.execute();
	const edits = new Map<string, { fields: Set<string>; removed: Set<string> }>();
	for (const row of rows) {
		const event = readEvent(row);
		if (event?.kind !== 'edited') continue;
		const edit = edits.get(row.contactId) ?? { fields: new Set(), removed: new Set() };
		for (const field of event.fields) edit.fields.add(field);
		for (const detail of event.removed) edit.removed.add(detailKey(detail));
		edits.set(row.contactId, edit);
	}
	return edits;
}
