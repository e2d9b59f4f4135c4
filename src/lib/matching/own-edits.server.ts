import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { RemovedDetail } from '#lib/matching/move-rows.server.ts';
import { type ContactEvent, readEvent } from '#lib/people/contact-event.ts';
import type { Book } from '#lib/people/book.ts';

type Edited = Extract<ContactEvent, { kind: 'edited' }> & { at: Date };

/** What owners wrote, emptied or took away by hand, from the histories of contacts. */
export interface OwnEdits {
	/** Fields of this contact that were edited by hand. */
	fields(contactId: string): ReadonlySet<string>;
	/** Whether a field was edited after a moment. */
	since(contactId: string, field: string, at: Date): boolean;
	removed(): RemovedDetail[];
}

/** Reads the histories of contacts. */
export async function ownEdits(
	trx: Transaction<Database>,
	{ communityId }: Book,
	contactIds: readonly string[]
): Promise<OwnEdits> {
	const rows = await trx
		.selectFrom('contactEvents')
		.select(['contactId', 'kind', 'detail', 'at'])
		.where('communityId', '=', communityId)
		.where('contactId', '=', sql<string>`any(${[...contactIds]}::uuid[])`)
		.where('kind', '=', 'edited')
		.execute();
	const edits = new Map<string, Edited[]>();
	for (const row of rows) {
		const event = readEvent(row);
		if (event?.kind !== 'edited') continue;
		edits.set(row.contactId, [...(edits.get(row.contactId) ?? []), { ...event, at: row.at }]);
	}
	const of = (id: string) => edits.get(id) ?? [];
	return {
		fields: (id) => new Set(of(id).flatMap((edit) => edit.fields)),
		since: (id, field, at) => of(id).some((edit) => edit.at >= at && edit.fields.includes(field)),
		removed: () =>
			[...edits].flatMap(([root, some]) =>
				some.flatMap((edit) => edit.removed.map((detail) => ({ root, ...detail })))
			)
	};
}
