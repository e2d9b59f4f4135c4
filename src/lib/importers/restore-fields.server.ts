import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { asJson } from '#lib/importers/as-json.server.ts';
import { type FieldsNow, restored, type ToldEvent } from '#lib/importers/restored.ts';
import type { Book } from '#lib/people/book.ts';
import { readEvent } from '#lib/people/contact-event.ts';

type Trx = Transaction<Database>;

/**
 * Gives the fields that an import changed back what they held before it, and answers the contacts
 * it had told something new of. `kept` are left as they are.
 */
export async function restoreFields(
	trx: Trx,
	{ book, importId }: { book: Book; importId: string },
	kept: readonly string[]
): Promise<string[]> {
	const told = await eventsOf(trx, book, importId, kept);
	const changes = [...Map.groupBy(told, ({ contactId }) => contactId)].map(([id, events]) => ({
		id,
		...restored(events[0]?.now ?? blank, events, importId)
	}));
	await sql`update contacts set given_name = row."givenName", family_name = row."familyName",
			full_name = row."fullName", company = row.company, position = row.position,
			connected_on = row."connectedOn", updated_at = coalesce(row."updatedAt", contacts.updated_at)
		from jsonb_to_recordset(${asJson(changes)}) as row (id uuid, "givenName" text, "familyName" text,
			"fullName" text, company text, position text, "connectedOn" date, "updatedAt" timestamptz)
		where contacts.community_id = ${book.communityId} and contacts.owner_id = ${book.ownerId}
			and contacts.id = row.id`.execute(trx);
	const patches = changes.flatMap((change) => change.patches);
	await sql`update contact_events set detail = row.detail
		from jsonb_to_recordset(${asJson(patches)}) as row (id uuid, detail jsonb)
		where community_id = ${book.communityId} and contact_events.id = row.id`.execute(trx);
	return changes.map(({ id }) => id);
}

const blank: FieldsNow = {
	givenName: '',
	familyName: '',
	fullName: '',
	company: '',
	position: '',
	connectedOn: null
};

type Line = ToldEvent & { contactId: string; now: FieldsNow };

/** The whole history of each contact that the import told something new of, in the order of time. */
async function eventsOf(
	trx: Trx,
	{ communityId, ownerId }: Book,
	importId: string,
	kept: readonly string[]
): Promise<Line[]> {
	const rows = await trx
		.selectFrom('contactEvents')
		.innerJoin('contacts', (join) =>
			join
				.onRef('contacts.communityId', '=', 'contactEvents.communityId')
				.onRef('contacts.id', '=', 'contactEvents.contactId')
		)
		.select([
			'contactEvents.id',
			'contactEvents.kind',
			'contactEvents.detail',
			'contacts.id as contactId',
			'givenName',
			'familyName',
			'fullName',
			'company',
			'position',
			'connectedOn'
		])
		.where('contacts.communityId', '=', communityId)
		.where('contacts.ownerId', '=', ownerId)
		.where('contacts.id', '<>', sql<string>`all(${[...kept]}::uuid[])`)
		.where(
			sql<boolean>`exists (select from contact_events told where told.community_id = ${communityId}
				and told.contact_id = contacts.id and told.kind = 'imported'
				and told.detail ->> 'importId' = ${importId})`
		)
		.orderBy('contactEvents.at')
		.orderBy('contactEvents.id')
		.execute();
	return rows.map(({ id, kind, detail, contactId, ...now }) => ({
		id,
		contactId,
		event: readEvent({ kind, detail }),
		now
	}));
}
