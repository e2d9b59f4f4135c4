import type { KnownContact, KnownContacts, Marked } from '#lib/importers/known-contacts.ts';
import type { RefusedRow } from '#lib/importers/record.ts';
import { samePerson } from '#lib/importers/same-person.ts';
import { tell, type Change } from '#lib/importers/tell.ts';
import { detailKey } from '#lib/importers/told-person.ts';
import type { DetailDraft } from '#lib/people/contact-draft.ts';

/** How many rows ended in which way; together, the rows read. */
export interface Counts {
	created: number;
	updated: number;
	unchanged: number;
	refused: number;
}

/** What a batch of rows makes of the book. Contacts are as they shall be after the last row. */
export interface BatchPlan {
	counts: Counts;
	created: Set<KnownContact>;
	updated: Set<KnownContact>;
	details: (DetailDraft & { contactId: string })[];
	connections: { contactId: string; on: string }[];
	events: { contactId: string; changes?: Change[]; unread: Marked['unread'] }[];
	marks: { contactId: string; mark: string; line: number }[];
	refused: RefusedRow[];
	/** Ids of the contacts that these rows told of. */
	told: Set<string>;
}

export type BatchRow = { kind: 'person'; person: Marked } | RefusedRow;

/**
 * Decides, row after row, whom each is about and what it says that is new. `known` and its contacts
 * are brought up to date on the way; `newId` names the contact that a line creates.
 */
export function planBatch(
	rows: readonly BatchRow[],
	known: KnownContacts,
	newId: (line: number) => string
): BatchPlan {
	const plan: BatchPlan = {
		counts: { created: 0, updated: 0, unchanged: 0, refused: 0 },
		created: new Set(),
		updated: new Set(),
		details: [],
		connections: [],
		events: [],
		marks: [],
		refused: [],
		told: new Set()
	};
	for (const row of rows) plan.counts[take(row, plan, known, newId)] += 1;
	return plan;
}

function take(
	row: BatchRow,
	plan: BatchPlan,
	known: KnownContacts,
	newId: (line: number) => string
): keyof Counts {
	if (row.kind === 'refused') {
		plan.refused.push(row);
		return 'refused';
	}
	const contact = samePerson(row.person, known);
	return contact
		? update(row.person, contact, plan, known)
		: create(row.person, newId(row.person.line), plan, known);
}

function create(person: Marked, id: string, plan: BatchPlan, known: KnownContacts): keyof Counts {
	const { givenName, familyName, fullName, company, position, connectedOn, mark, line } = person;
	const contact: KnownContact = {
		id,
		givenName,
		familyName,
		fullName,
		company,
		position,
		connectedOn,
		details: new Set(person.details.map(detailKey)),
		marks: new Set([mark]),
		byHand: new Set(),
		removed: new Set(),
		told: true
	};
	known.add(contact);
	plan.created.add(contact);
	plan.details.push(...person.details.map((detail) => ({ ...detail, contactId: id })));
	if (connectedOn) plan.connections.push({ contactId: id, on: connectedOn });
	plan.events.push({ contactId: id, unread: person.unread });
	plan.marks.push({ contactId: id, mark, line });
	plan.told.add(id);
	return 'created';
}

function update(
	person: Marked,
	contact: KnownContact,
	plan: BatchPlan,
	known: KnownContacts
): keyof Counts {
	const contactId = contact.id;
	if (!contact.marks.has(person.mark)) {
		plan.marks.push({ contactId, mark: person.mark, line: person.line });
		contact.marks.add(person.mark);
	}
	const news = tell(person, contact);
	known.add(contact);
	plan.told.add(contactId);
	if (news.changes.length === 0) return 'unchanged';
	if (!plan.created.has(contact)) plan.updated.add(contact);
	plan.details.push(...news.details.map((detail) => ({ ...detail, contactId })));
	if (news.connectedOn) plan.connections.push({ contactId, on: news.connectedOn });
	plan.events.push({ contactId, changes: news.changes, unread: person.unread });
	return 'updated';
}
