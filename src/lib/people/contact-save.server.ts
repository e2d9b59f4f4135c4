import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';
import { changedFields, contactColumns, removedDetails } from '#lib/people/contact-changes.ts';
import type { ContactDraft } from '#lib/people/contact-draft.ts';
import { type ContactEvent, eventColumns } from '#lib/people/contact-event.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import type { SharingChoice } from '#lib/people/sharing-level.ts';
import { chosenSharing } from '#lib/people/sharing-of-new.server.ts';

export type Saved = { ok: true; id: string } | { ok: false; refusal: 'not_allowed' | 'not_found' };

/** Adds a contact to this member's own, of which others may know as of their book unless told. */
export async function createContact(
	db: Kysely<Database>,
	actor: Actor,
	draft: ContactDraft,
	now: Date,
	sharing: SharingChoice = 'book'
): Promise<Saved> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !may(actor, { to: 'add_contact', communityId: book.communityId }))
		return { ok: false, refusal: 'not_allowed' };
	const id = await db
		.transaction()
		.execute((trx) => createContactWithin(trx, book, draft, now, sharing));
	return { ok: true, id };
}

/** The same, as a part of a larger change whose doors have been passed. */
export async function createContactWithin(
	trx: Transaction<Database>,
	book: Book,
	draft: ContactDraft,
	now: Date,
	choice: SharingChoice = 'book'
): Promise<string> {
	const shared = await chosenSharing(trx, book, choice);
	const contact = { ...contactColumns(draft), ...shared, ...book, createdAt: now, updatedAt: now };
	const { id } = await trx
		.insertInto('contacts')
		.values(contact)
		.returning('id')
		.executeTakeFirstOrThrow();
	await keepDetails(trx, book, id, draft, now);
	await replacePositions(trx, book, id, draft);
	await addEvent(trx, book, id, { kind: 'created' }, now);
	return id;
}

/** Makes a contact what its owner has written; saving without a change leaves no trace. */
export function updateContact(
	db: Kysely<Database>,
	actor: Actor,
	id: string,
	draft: ContactDraft,
	now: Date
): Promise<Saved> {
	return db.transaction().execute(async (trx): Promise<Saved> => {
		const book = bookOf(actor, 'change_contact');
		if (!book || !(await lockContact(trx, book, id))) return { ok: false, refusal: 'not_found' };
		const before = await readContact(trx, actor, id);
		if (!before) return { ok: false, refusal: 'not_found' };
		const fields = changedFields(before, draft);
		if (fields.length === 0) return { ok: true, id };
		const removed = removedDetails(before, draft);
		await trx
			.updateTable('contacts')
			.set({ ...contactColumns(draft), updatedAt: now })
			.where('communityId', '=', book.communityId)
			.where('id', '=', id)
			.execute();
		await dropDetails(trx, book, id, removed);
		await keepDetails(trx, book, id, draft, now);
		if (fields.includes('positions')) await replacePositions(trx, book, id, draft);
		await addEvent(trx, book, id, { kind: 'edited', fields, removed }, now);
		return { ok: true, id };
	});
}

/** Holds a contact of this book still until the transaction ends; false when there is none. */
export async function lockContact(
	trx: Transaction<Database>,
	book: Book,
	id: string
): Promise<boolean> {
	if (!isId(id)) return false;
	const row = await trx
		.selectFrom('contacts')
		.select('id')
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where('id', '=', id)
		.where('deletedAt', 'is', null)
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

/** Writes a line into a contact's history. */
export async function addEvent(
	trx: Transaction<Database>,
	{ communityId }: Book,
	contactId: string,
	event: ContactEvent,
	at: Date
): Promise<void> {
	await trx
		.insertInto('contactEvents')
		.values({ communityId, contactId, ...eventColumns(event), at })
		.execute();
}

/** Adds the details that are not there yet; those that are keep their label and their date. */
export async function keepDetails(
	trx: Transaction<Database>,
	{ communityId }: Book,
	contactId: string,
	{ details }: Pick<ContactDraft, 'details'>,
	now: Date
): Promise<void> {
	if (details.length === 0) return;
	await trx
		.insertInto('contactDetails')
		.values(details.map((detail) => ({ communityId, contactId, ...detail, createdAt: now })))
		.onConflict((conflict) =>
			conflict
				.columns(['communityId', 'contactId', 'kind', 'normalised'])
				.doUpdateSet((eb) => ({ value: eb.ref('excluded.value') }))
		)
		.execute();
}

async function dropDetails(
	trx: Transaction<Database>,
	{ communityId }: Book,
	contactId: string,
	removed: readonly { kind: ContactDraft['details'][number]['kind']; normalised: string }[]
): Promise<void> {
	for (const { kind, normalised } of removed)
		await trx
			.deleteFrom('contactDetails')
			.where('communityId', '=', communityId)
			.where('contactId', '=', contactId)
			.where('kind', '=', kind)
			.where('normalised', '=', normalised)
			.execute();
}

async function replacePositions(
	trx: Transaction<Database>,
	{ communityId }: Book,
	contactId: string,
	{ positions }: ContactDraft
): Promise<void> {
	await trx
		.deleteFrom('positions')
		.where('communityId', '=', communityId)
		.where('contactId', '=', contactId)
		.execute();
	if (positions.length === 0) return;
	await trx
		.insertInto('positions')
		.values(positions.map((position) => ({ communityId, contactId, ...position })))
		.execute();
}
