import { type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { KnownContact } from '#lib/importers/known-contacts.ts';
import type { BatchPlan } from '#lib/importers/plan-batch.ts';
import type { Book } from '#lib/people/book.ts';
import { contactSearchText } from '#lib/people/contact-search-text.ts';
import { refreshSearchTexts } from '#lib/people/refresh-search-texts.server.ts';

type Trx = Transaction<Database>;

/** Which import writes, into whose book, at what time. */
export interface Writing {
	book: Book;
	importId: string;
	now: Date;
}

/** Writes what a batch came to: one statement a table, however many rows. */
export async function writeBatch(trx: Trx, plan: BatchPlan, writing: Writing): Promise<void> {
	await insertContacts(trx, [...plan.created], writing);
	await updateContacts(trx, [...plan.updated], writing);
	await insertDetails(trx, plan, writing);
	await insertEvidence(trx, plan, writing);
	await insertEvents(trx, plan, writing);
	await insertMarks(trx, plan, writing);
	await insertRefusals(trx, plan, writing);
}

async function insertContacts(trx: Trx, created: KnownContact[], { book, importId, now }: Writing) {
	if (created.length === 0) return;
	const rows = created.map((contact) => ({
		...columnsOf(contact),
		search_text: contactSearchText(contact)
	}));
	await sql`insert into contacts (community_id, owner_id, import_id, created_at, updated_at,
			id, given_name, family_name, full_name, company, position, connected_on, search_text)
		select ${book.communityId}, ${book.ownerId}, ${importId}, ${now}, ${now}, row.*
		from jsonb_to_recordset(${json(rows)}) as row (id uuid, given_name text, family_name text,
			full_name text, company text, position text, connected_on date, search_text text)`.execute(trx);
}

async function updateContacts(trx: Trx, updated: KnownContact[], { book, now }: Writing) {
	if (updated.length === 0) return;
	await sql`update contacts set given_name = row.given_name, family_name = row.family_name,
			full_name = row.full_name, company = row.company, position = row.position,
			connected_on = row.connected_on, updated_at = ${now}
		from jsonb_to_recordset(${json(updated.map(columnsOf))}) as row (id uuid, given_name text,
			family_name text, full_name text, company text, position text, connected_on date)
		where contacts.community_id = ${book.communityId} and contacts.owner_id = ${book.ownerId}
			and contacts.id = row.id`.execute(trx);
	await refreshSearchTexts(
		trx,
		book,
		updated.map((contact) => contact.id)
	);
}

async function insertDetails(trx: Trx, { details }: BatchPlan, { book, importId, now }: Writing) {
	if (details.length === 0) return;
	const rows = details.map(({ contactId, kind, value, normalised }) => ({
		contact_id: contactId,
		kind,
		value,
		normalised
	}));
	await sql`insert into contact_details
			(community_id, import_id, created_at, contact_id, kind, value, normalised)
		select ${book.communityId}, ${importId}, ${now}, row.*
		from jsonb_to_recordset(${json(rows)}) as row (contact_id uuid, kind text, value text, normalised text)
		on conflict do nothing`.execute(trx);
}

async function insertEvidence(trx: Trx, plan: BatchPlan, { book, importId, now }: Writing) {
	if (plan.connections.length === 0) return;
	const rows = plan.connections.map(({ contactId, on }) => ({
		contact_id: contactId,
		fact: { kind: 'connected', on }
	}));
	await sql`insert into evidence (community_id, import_id, created_at, contact_id, fact)
		select ${book.communityId}, ${importId}, ${now}, row.*
		from jsonb_to_recordset(${json(rows)}) as row (contact_id uuid, fact jsonb)`.execute(trx);
}

async function insertEvents(trx: Trx, plan: BatchPlan, { book, importId, now }: Writing) {
	if (plan.events.length === 0) return;
	const rows = plan.events.map(({ contactId, ...event }) => ({
		contact_id: contactId,
		detail: { importId, ...event }
	}));
	await sql`insert into contact_events (community_id, kind, at, contact_id, detail)
		select ${book.communityId}, 'imported', ${now}, row.*
		from jsonb_to_recordset(${json(rows)}) as row (contact_id uuid, detail jsonb)`.execute(trx);
}

async function insertMarks(trx: Trx, { marks }: BatchPlan, { book, importId }: Writing) {
	if (marks.length === 0) return;
	const rows = marks.map(({ contactId, mark, line }) => ({ contact_id: contactId, mark, line }));
	await sql`insert into import_marks (community_id, import_id, contact_id, mark, line)
		select ${book.communityId}, ${importId}, row.contact_id, decode(row.mark, 'hex'), row.line
		from jsonb_to_recordset(${json(rows)}) as row (contact_id uuid, mark text, line integer)`.execute(
		trx
	);
}

async function insertRefusals(trx: Trx, { refused }: BatchPlan, { book, importId }: Writing) {
	if (refused.length === 0) return;
	const rows = refused.map(({ line, reason, excerpt }) => ({ line, reason, excerpt }));
	await sql`insert into import_refusals (community_id, import_id, line, reason, excerpt)
		select ${book.communityId}, ${importId}, row.*
		from jsonb_to_recordset(${json(rows)}) as row (line integer, reason text, excerpt text)`.execute(
		trx
	);
}

function columnsOf(contact: KnownContact) {
	return {
		id: contact.id,
		given_name: contact.givenName,
		family_name: contact.familyName,
		full_name: contact.fullName,
		company: contact.company,
		position: contact.position,
		connected_on: contact.connectedOn
	};
}

function json(rows: unknown[]) {
	return sql`${JSON.stringify(rows, wellFormed)}::jsonb`;
}

/** A text cut inside a letter of two halves is no valid JSON to PostgreSQL. */
function wellFormed(_key: string, value: unknown): unknown {
	return typeof value === 'string' ? value.toWellFormed() : value;
}
