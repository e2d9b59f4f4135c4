import { setImmediate as turn } from 'node:timers/promises';
import { type RawBuilder, type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { asJson } from '#lib/importers/as-json.server.ts';
import type { KnownContact } from '#lib/importers/known-contacts.ts';
import type { BatchPlan } from '#lib/importers/plan-batch.ts';
import type { Book } from '#lib/people/book.ts';
import { contactSearchText } from '#lib/people/contact-search-text.ts';
import { refreshSearchTexts } from '#lib/people/refresh-search-texts.server.ts';
import { importedSharing } from '#lib/people/sharing-of-new.server.ts';

type Trx = Transaction<Database>;

/** Which import writes, into whose book, at what time. */
export interface Writing {
	book: Book;
	importId: string;
	now: Date;
	/** Rows of this import that were refused in earlier batches. */
	refusedBefore: number;
}

/**
 * Writes what a batch came to, in few statements however many rows: contacts first, and while the
 * database is at it the rest is put into words. `meanwhile` is done once it was told that as well.
 */
export async function writeBatch(
	trx: Trx,
	plan: BatchPlan,
	writing: Writing,
	meanwhile: () => void
): Promise<void> {
	const contacts = writeAll(trx, contactsOf(plan, writing));
	// Should it fail before it is waited for.
	contacts.catch(() => {});
	await turn();
	const rest = ofContacts.flatMap((insert) => insert(plan, writing));
	await contacts;
	const written = writeAll(trx, rest);
	setImmediate(meanwhile);
	await written;
	await updateContacts(trx, [...plan.updated], writing);
}

type Inserts = RawBuilder<unknown>[];

async function writeAll(trx: Trx, inserts: Inserts): Promise<void> {
	if (inserts.length === 0) return;
	const parts = inserts.map((insert, at) => sql`${sql.ref(`part_${at}`)} as (${insert})`);
	await sql`with ${sql.join(parts)} select`.execute(trx);
}

const ofContacts: readonly ((plan: BatchPlan, writing: Writing) => Inserts)[] = [
	detailsOf,
	positionsOf,
	evidenceOf,
	eventsOf,
	marksOf,
	refusalsOf
];

function contactsOf(plan: BatchPlan, { book, importId, now }: Writing): Inserts {
	if (plan.created.size === 0) return [];
	const written = new Map(plan.written.map((one) => [one.contactId, one]));
	const rows = [...plan.created].map((contact) => ({
		...columnsOf(contact),
		name_as_written: written.get(contact.id)?.nameAsWritten ?? '',
		credentials: written.get(contact.id)?.credentials ?? '',
		search_text: contactSearchText(contact)
	}));
	return [
		sql`insert into contacts (community_id, owner_id, import_id, created_at, updated_at,
			id, given_name, family_name, full_name, company, position, connected_on,
			name_as_written, credentials, search_text, sharing, sharing_by)
		select ${book.communityId}, ${book.ownerId}, ${importId}, ${now}, ${now}, row.*,
			${importedSharing(book, importId)}
		from jsonb_to_recordset(${asJson(rows)}) as row (id uuid, given_name text, family_name text,
			full_name text, company text, position text, connected_on date,
			name_as_written text, credentials text, search_text text)`
	];
}

async function updateContacts(trx: Trx, updated: KnownContact[], { book, now }: Writing) {
	if (updated.length === 0) return;
	await sql`update contacts set given_name = row.given_name, family_name = row.family_name,
			full_name = row.full_name, company = row.company, position = row.position,
			connected_on = row.connected_on, updated_at = ${now}
		from jsonb_to_recordset(${asJson(updated.map(columnsOf))}) as row (id uuid, given_name text,
			family_name text, full_name text, company text, position text, connected_on date)
		where contacts.community_id = ${book.communityId} and contacts.owner_id = ${book.ownerId}
			and contacts.id = row.id`.execute(trx);
	await refreshSearchTexts(
		trx,
		book,
		updated.map((contact) => contact.id)
	);
}

function detailsOf({ details }: BatchPlan, { book, importId, now }: Writing): Inserts {
	if (details.length === 0) return [];
	const rows = details.map(({ contactId, kind, value, normalised, file, line }) => ({
		contact_id: contactId,
		kind,
		value,
		normalised,
		file,
		line
	}));
	return [
		sql`insert into contact_details
			(community_id, import_id, created_at, contact_id, kind, value, normalised, file, line)
		select ${book.communityId}, ${importId}, ${now}, row.*
		from jsonb_to_recordset(${asJson(rows)}) as row (contact_id uuid, kind text, value text,
			normalised text, file text, line integer)
		on conflict do nothing`
	];
}

function positionsOf({ positions }: BatchPlan, { book, importId }: Writing): Inserts {
	if (positions.length === 0) return [];
	const rows = positions.map((post) => ({
		contact_id: post.contactId,
		company: post.company,
		title: post.title ?? '',
		started_on: post.startedOn ?? '',
		ended_on: post.endedOn ?? '',
		file: post.file,
		line: post.line
	}));
	return [
		sql`insert into positions
			(community_id, import_id, contact_id, company, title, started_on, ended_on, file, line)
		select ${book.communityId}, ${importId}, row.*
		from jsonb_to_recordset(${asJson(rows)}) as row (contact_id uuid, company text, title text,
			started_on text, ended_on text, file text, line integer)`
	];
}

function evidenceOf(plan: BatchPlan, { book, importId, now }: Writing): Inserts {
	if (plan.connections.length === 0) return [];
	const rows = plan.connections.map(({ contactId, on, file, line }) => ({
		contact_id: contactId,
		fact: { kind: 'connected', on },
		file,
		line
	}));
	return [
		sql`insert into evidence (community_id, import_id, created_at, contact_id, fact, file, line)
		select ${book.communityId}, ${importId}, ${now}, row.*
		from jsonb_to_recordset(${asJson(rows)}) as row (contact_id uuid, fact jsonb,
			file text, line integer)`
	];
}

function eventsOf(plan: BatchPlan, { book, importId, now }: Writing): Inserts {
	if (plan.events.length === 0) return [];
	const rows = plan.events.map(({ contactId, ...event }) => ({
		contact_id: contactId,
		detail: { importId, ...event }
	}));
	return [
		sql`insert into contact_events (community_id, kind, at, contact_id, detail)
		select ${book.communityId}, 'imported', ${now}, row.*
		from jsonb_to_recordset(${asJson(rows)}) as row (contact_id uuid, detail jsonb)`
	];
}

function marksOf({ marks }: BatchPlan, { book, importId }: Writing): Inserts {
	if (marks.length === 0) return [];
	const rows = marks.map(({ contactId, ...row }) => ({ contact_id: contactId, ...row }));
	return [
		sql`insert into import_marks (community_id, import_id, contact_id, mark, file, line)
		select ${book.communityId}, ${importId}, row.contact_id, decode(row.mark, 'hex'),
			row.file, row.line
		from jsonb_to_recordset(${asJson(rows)}) as row (contact_id uuid, mark text, file text, line integer)`
	];
}

function refusalsOf({ refused }: BatchPlan, writing: Writing): Inserts {
	const { book, importId, refusedBefore } = writing;
	if (refused.length === 0) return [];
	const rows = refused.map(({ file = '', line, reason, excerpt }, at) => ({
		ordinal: refusedBefore + at,
		file,
		line,
		reason,
		excerpt
	}));
	return [
		sql`insert into import_refusals (community_id, import_id, ordinal, file, line, reason, excerpt)
		select ${book.communityId}, ${importId}, row.*
		from jsonb_to_recordset(${asJson(rows)}) as row (ordinal integer, file text,
			line integer, reason text, excerpt text)`
	];
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
