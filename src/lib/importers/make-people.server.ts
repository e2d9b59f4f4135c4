import { type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { asJson } from '#lib/importers/as-json.server.ts';
import { contactId } from '#lib/importers/contact-id.server.ts';
import type { Writing } from '#lib/importers/write-batch.server.ts';
import { importedSharing } from '#lib/people/sharing-of-new.server.ts';
import { contactSearchText } from '#lib/people/contact-search-text.ts';

type Trx = Transaction<Database>;

interface Unknown {
	id: string;
	fullName: string;
	email: string;
	profile: string;
	file: string;
	line: number;
}

/**
 * Makes contacts of those to whom the member wrote and who wrote back, as far as they are none yet;
 * answers how many. Whoever only sent, or was only sent to, stays out of the book.
 */
export async function makePeople(
	trx: Trx,
	{ book, importId, now }: Omit<Writing, 'refusedBefore'>
): Promise<number> {
	const unknown = await writtenWith(trx, { book, importId });
	if (unknown.length === 0) return 0;
	const rows = unknown.map((one, at) => {
		const fullName = one.fullName || one.email;
		const empty = { company: '', position: '' };
		return {
			...one,
			contact_id: contactId(now, at),
			full_name: fullName,
			search_text: contactSearchText({ fullName, ...empty })
		};
	});
	const given = sql`jsonb_to_recordset(${asJson(rows)}) as row (contact_id uuid, id uuid,
		full_name text, search_text text, email text, profile text, file text, line integer)`;
	const { communityId, ownerId } = book;
	await sql`insert into contacts (community_id, owner_id, import_id, created_at, updated_at, id,
			full_name, search_text, sharing, sharing_by)
		select ${communityId}, ${ownerId}, ${importId}, ${now}, ${now},
			row.contact_id, row.full_name, row.search_text, ${importedSharing(book, importId)}
		from ${given}`.execute(trx);
	await sql`insert into contact_details (community_id, import_id, created_at, contact_id, kind,
			value, normalised, file, line)
		select ${communityId}, ${importId}, ${now}, row.contact_id, detail.kind, detail.value,
			detail.value, row.file, row.line
		from ${given}, lateral (values ('email', row.email), ('profile', row.profile)) as detail (kind, value)
		where detail.value <> ''`.execute(trx);
	await sql`insert into contact_events (community_id, kind, at, contact_id, detail)
		select ${communityId}, 'imported', ${now}, row.contact_id,
			jsonb_build_object('importId', ${importId}::text, 'file', row.file, 'line', row.line)
		from ${given}`.execute(trx);
	await sql`update correspondents set contact_id = row.contact_id from ${given}
		where correspondents.community_id = ${communityId} and correspondents.id = row.id`.execute(trx);
	return rows.length;
}

/** Those of this import without a contact with whom letters went both ways, each with the first of its rows. */
async function writtenWith(trx: Trx, { book, importId }: Pick<Writing, 'book' | 'importId'>) {
	const found = await sql<Unknown>`
		select c.id, c.full_name as "fullName", c.email, c.profile,
			(array_agg(e.file order by e.file, e.line))[1] as file, min(e.line) as line
		from correspondents c
		join exchanges e on e.community_id = c.community_id and e.correspondent_id = c.id
		where c.community_id = ${book.communityId} and c.owner_id = ${book.ownerId}
			and c.contact_id is null and e.kind in ('email', 'linkedin_message')
		group by c.id, c.full_name, c.email, c.profile
		having bool_or(e.direction = 'mine') and bool_or(e.direction = 'theirs')
			and bool_or(e.import_id = ${importId})
		order by min(e.happened_on), c.id`.execute(trx);
	return found.rows;
}
