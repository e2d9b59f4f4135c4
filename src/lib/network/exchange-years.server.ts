import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { YearCount } from '#lib/network/tie-years.ts';
import { bookOf, isId } from '#lib/people/book.ts';

/** How many messages and meetings this member had with a contact of theirs, a year; nothing for others. */
export async function exchangeYears(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string
): Promise<YearCount[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book || !isId(contactId)) return [];
	const { rows } = await sql<YearCount>`
		select extract(year from e.happened_on)::int as year, count(distinct (e.kind, e.key))::int as count
		from correspondents c
		join exchanges e on e.community_id = c.community_id and e.correspondent_id = c.id
		where c.community_id = ${book.communityId} and c.owner_id = ${book.ownerId}
			and c.contact_id = ${contactId} and e.happened_on is not null
			and e.kind in ('linkedin_message', 'email', 'meeting')
		group by 1 order by 1`.execute(db);
	return rows;
}
