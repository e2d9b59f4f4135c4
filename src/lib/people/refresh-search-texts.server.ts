import { type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { Book } from '#lib/people/book.ts';
import { contactSearchText } from '#lib/people/contact-search-text.ts';

/** Makes these contacts of one book findable by what they now say. */
export async function refreshSearchTexts(
	trx: Transaction<Database>,
	{ communityId, ownerId }: Book,
	ids: string[]
): Promise<void> {
	const contacts = await trx
		.selectFrom('contacts')
		.select(['id', 'fullName', 'company', 'position', 'howKnown', 'metWhere'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('id', '=', sql<string>`any(${ids})`)
		.execute();
	const positions = await trx
		.selectFrom('positions')
		.select(['contactId', 'company', 'title'])
		.where('communityId', '=', communityId)
		.where('contactId', '=', sql<string>`any(${ids})`)
		.execute();
	const careers = Map.groupBy(positions, (position) => position.contactId);
	const rows = contacts.map((contact) => ({
		id: contact.id,
		search_text: contactSearchText({ ...contact, positions: careers.get(contact.id) ?? [] })
	}));
	await sql`update contacts set search_text = row.search_text
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, search_text text)
		where community_id = ${communityId} and contacts.id = row.id`.execute(trx);
}
