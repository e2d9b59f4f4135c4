import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Somebody } from '#lib/network/known-books.ts';
import { isProvedMember } from '#lib/network/member-row.server.ts';
import type { Said } from '#lib/network/memory.ts';
import type { OwnTie } from '#lib/network/path-knowledge.ts';
import { strengthsOf } from '#lib/network/tie-strengths.server.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import type { Book } from '#lib/people/book.ts';

/** A contact of the member's own who is one of some people. */
export type OwnTieRow = Said & {
	id: string;
	known: Somebody;
	name: string;
	company: string;
	position: string;
};

/** What these contacts are to the member whose they are, by the people; of two contacts the stronger. */
export async function ownTies(
	db: Kysely<Database>,
	actor: Actor,
	rows: readonly OwnTieRow[],
	now: Date
): Promise<Map<Somebody, OwnTie>> {
	const found = new Map<Somebody, OwnTie>();
	if (rows.length === 0) return found;
	const ties = await tiesTo(db, actor, rows);
	const strengths = await strengthsOf(db, actor, ties, now);
	for (const { id, known, name, company, position } of rows) {
		const strength = strengths.get(id);
		if (!strength || strength.value <= (found.get(known)?.strength.value ?? 0)) continue;
		const facts = ties.get(id) ?? [];
		found.set(known, { contactId: id, name, company, position, strength, facts });
	}
	return found;
}

/** The statement that finds the contacts of a book who are any of these people. */
export function ownTieRows(
	{ communityId, ownerId }: Book,
	people: readonly Somebody[]
): RawBuilder<OwnTieRow> {
	const members = people.filter((id) => id.startsWith('member ')).map((id) => id.slice(7));
	const others = people.filter((id) => !id.startsWith('member '));
	return sql<OwnTieRow>`with found as (
			select id::text as known, id from unnest(${others}::uuid[]) as given (id)
			union
			select p.person_id::text, p.contact_id from person_contacts p
			where p.community_id = ${communityId} and p.owner_id = ${ownerId}
				and p.person_id = any(${others}::uuid[])
			union
			select 'member ' || m.id, d.contact_id from members m
			join contact_details d on d.community_id = m.community_id and d.kind = 'email'
				and d.normalised = m.email
			where m.community_id = ${communityId} and m.id = any(${members}::uuid[])
				and ${isProvedMember}
		)
		select f.known, c.id, c.full_name as name, c.company, c.position, c.how_known as "howKnown",
			c.met_where as "metWhere", c.met_on as "metOn", c.closeness,
			c.connected_on::text as "connectedOn"
		from found f join contacts c on c.community_id = ${communityId} and c.id = f.id
		where c.owner_id = ${ownerId} and c.deleted_at is null
		order by c.id`;
}
