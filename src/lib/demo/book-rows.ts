import type { Insertable } from 'kysely';
import type { Sharing } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Entry } from '#lib/demo/person.ts';
import { contactColumns } from '#lib/people/contact-changes.ts';
import { eventColumns } from '#lib/people/contact-event.ts';

/** Everything that a book of contacts becomes in the tables, ready to be inserted at once. */
export interface BookRows {
	contacts: Insertable<Database['contacts']>[];
	contactDetails: Insertable<Database['contactDetails']>[];
	positions: Insertable<Database['positions']>[];
	evidence: Insertable<Database['evidence']>[];
	contactEvents: Insertable<Database['contactEvents']>[];
}

/** Nothing yet; rows of several books are added to it. */
export function noRows(): BookRows {
	return { contacts: [], contactDetails: [], positions: [], evidence: [], contactEvents: [] };
}

/** Adds one contact, under an id that the caller has drawn. */
export function addRows(
	rows: BookRows,
	{ sharing: ofBook, ...owner }: { communityId: string; ownerId: string; sharing: Sharing },
	id: string,
	{ draft, sharing, connectedOn, facts }: Entry,
	createdAt: Date
): void {
	const at = { communityId: owner.communityId, contactId: id };
	const sharingBy = sharing ? ('contact' as const) : ('book' as const);
	const shared = { sharing: sharing ?? ofBook, sharingBy };
	const own = { ...shared, connectedOn, createdAt, updatedAt: createdAt };
	rows.contacts.push({ ...contactColumns(draft), ...owner, id, ...own });
	rows.contactDetails.push(...draft.details.map((detail) => ({ ...at, ...detail, createdAt })));
	rows.positions.push(...draft.positions.map((position) => ({ ...at, ...position })));
	rows.evidence.push(...facts.map((fact) => ({ ...at, fact: JSON.stringify(fact), createdAt })));
	rows.contactEvents.push({ ...at, ...eventColumns({ kind: 'created' }), at: createdAt });
}
