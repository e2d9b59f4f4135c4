import type { KnownContact, KnownContacts, Marked } from '#lib/importers/known-contacts.ts';
import type { Career, RefusedRow } from '#lib/importers/record.ts';
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

/** Of whom, and by which row. */
interface Told {
	contactId: string;
	file: string;
	line: number;
}

/** What a batch of rows makes of the book. Contacts are as they shall be after the last row. */
export interface BatchPlan {
	counts: Counts;
	created: Set<KnownContact>;
	updated: Set<KnownContact>;
	/** What was written beside the names of those created. */
	written: { contactId: string; nameAsWritten: string; credentials: string }[];
	details: (DetailDraft & Told)[];
	positions: (Career & Told)[];
	connections: ({ on: string } & Told)[];
	events: ({ changes?: Change[]; unread: Marked['unread']; before?: string } & Told)[];
	marks: ({ mark: string } & Told)[];
	refused: (RefusedRow & { file?: string })[];
	/** Ids of the contacts that these rows told of. */
	told: Set<string>;
}

export type BatchRow = { kind: 'person'; person: Marked } | (RefusedRow & { file?: string });

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
		written: [],
		details: [],
		positions: [],
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
	const { givenName, familyName, fullName, company, position, connectedOn, mark } = person;
	const told = { contactId: id, file: person.file, line: person.line };
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
		told: true,
		updatedAt: null
	};
	known.add(contact);
	plan.created.add(contact);
	const { nameAsWritten, credentials } = person;
	if (nameAsWritten || credentials)
		plan.written.push({ contactId: id, nameAsWritten, credentials });
	plan.details.push(...person.details.map((detail) => ({ ...detail, ...told })));
	plan.positions.push(...person.positions.map((post) => ({ ...post, ...told })));
	if (connectedOn) plan.connections.push({ ...told, on: connectedOn });
	plan.events.push({ ...told, unread: person.unread });
	plan.marks.push({ ...told, mark });
	plan.told.add(id);
	return 'created';
}

function update(
	person: Marked,
	contact: KnownContact,
	plan: BatchPlan,
	known: KnownContacts
): keyof Counts {
	const told = { contactId: contact.id, file: person.file, line: person.line };
	if (!contact.marks.has(person.mark)) {
		plan.marks.push({ ...told, mark: person.mark });
		contact.marks.add(person.mark);
	}
	const news = tell(person, contact);
	known.add(contact);
	plan.told.add(contact.id);
	if (news.changes.length === 0) return 'unchanged';
	if (!plan.created.has(contact)) plan.updated.add(contact);
	plan.details.push(...news.details.map((detail) => ({ ...detail, ...told })));
	if (news.connectedOn) plan.connections.push({ ...told, on: news.connectedOn });
	const before = contact.updatedAt?.toISOString();
	plan.events.push({ ...told, changes: news.changes, unread: person.unread, before });
	return 'updated';
}
