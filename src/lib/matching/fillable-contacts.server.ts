import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { type Fillable, fillableFields } from '#lib/matching/fill-blanks.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** What these contacts say of themselves, held still until the transaction ends: what is written back was read. */
export async function readFillable(
	trx: Trx,
	{ communityId, ownerId }: Book,
	ids: readonly string[]
): Promise<Map<string, Fillable>> {
	const rows = await trx
		.selectFrom('contacts')
		.select(['id', ...fillableFields])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.orderBy('id')
		.forNoKeyUpdate()
		.execute();
	return new Map(rows.map(({ id, ...contact }) => [id, contact]));
}

/** Lets contacts, all of this book, say this of themselves. */
export async function writeFillable(
	trx: Trx,
	{ communityId }: Book,
	contacts: ReadonlyMap<string, Fillable>
): Promise<void> {
	if (contacts.size === 0) return;
	const rows = JSON.stringify([...contacts].map(([id, contact]) => ({ id, ...contact })));
	await sql`update contacts set given_name = r."givenName", family_name = r."familyName",
			full_name = r."fullName", name_as_written = r."nameAsWritten", credentials = r.credentials,
			company = r.company, position = r.position, connected_on = r."connectedOn",
			how_known = r."howKnown", met_where = r."metWhere", met_on = r."metOn",
			closeness = r.closeness, register = r.register, locale = r.locale, notes = r.notes
		from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, "givenName" text, "familyName" text,
			"fullName" text, "nameAsWritten" text, credentials text, company text, position text,
			"connectedOn" date, "howKnown" text, "metWhere" text, "metOn" text, closeness text,
			register text, locale text, notes text)
		where contacts.community_id = ${communityId} and contacts.id = r.id`.execute(trx);
}
