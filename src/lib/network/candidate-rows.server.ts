import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { FoundRow } from '#lib/network/candidate.ts';
import type { Database } from '#lib/db/schema.ts';
import { bookOf } from '#lib/people/book.ts';
import { ownerRow, sharedColumns, type SharedRow } from '#lib/people/shared-row.server.ts';
import { shownTo } from '#lib/people/shown-to.ts';

type Db = Kysely<Database>;
type Sql = RawBuilder<unknown>;

/** Which contacts `c`, or members `m`, are meant, and which come first where there are more. */
export interface Meant {
	where: Sql;
	first: Sql;
}

/** As many as one search for paths takes. */
export const mostCandidates = 1000;

/** Who a contact `c` is. */
export const personRow = sql`person_contacts p on p.community_id = c.community_id and p.contact_id = c.id`;

/** Of the member's own book. */
export async function ownRows(db: Db, actor: Member, { where, first }: Meant): Promise<FoundRow[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return [];
	const { rows } = await sql<FoundRow>`select c.id as "contactId", p.person_id as "personId",
			null as "memberId", true as own, c.full_name as name, c.company, c.position
		from contacts c left join ${personRow}
		left join strengths s on s.community_id = c.community_id and s.contact_id = c.id
		where c.community_id = ${book.communityId} and c.owner_id = ${book.ownerId}
			and c.deleted_at is null and ${where}
		order by ${first}, s.told desc nulls last, c.id limit ${mostCandidates}`.execute(db);
	return rows;
}

/** A contact that is another's, or was asked for by its id. */
export type VisibleRow = SharedRow & { personId: string | null };

/** It as others are shown it; nothing where it is not shown to this member. */
export function visibleRow(actor: Member, row: VisibleRow): FoundRow[] {
	const shown = shownTo(actor, row);
	if (shown.as !== 'visible') return [];
	const { name, company, position } = shown;
	const { id: contactId, personId } = row;
	return [{ contactId, personId, memberId: null, own: false, name, company, position }];
}

/** Of what other members let this one see. */
export async function visibleRows(
	db: Db,
	actor: Member,
	{ where, first }: Meant
): Promise<FoundRow[]> {
	const { rows } = await sql<VisibleRow>`select ${sharedColumns}, p.person_id as "personId"
		from (select c.* from contacts c where c.community_id = ${actor.communityId}
			and c.owner_id <> ${actor.memberId} and c.sharing = 'visible' and c.deleted_at is null
			and ${where} limit ${2 * mostCandidates}) c
		join ${ownerRow} left join ${personRow}
		order by ${first}, c.full_name, c.id limit ${mostCandidates}`.execute(db);
	return rows.flatMap((row) => visibleRow(actor, row));
}

/** Of the other members. */
export async function memberRows(
	db: Db,
	actor: Member,
	{ where }: Pick<Meant, 'where'>
): Promise<FoundRow[]> {
	const { communityId, memberId } = actor;
	if (!may(actor, { to: 'read_members', communityId })) return [];
	const { rows } = await sql<FoundRow>`select null as "contactId", null as "personId",
			m.id as "memberId", false as own, m.name, '' as company, m.headline as position
		from members m where m.community_id = ${communityId} and m.id <> ${memberId}
			and m.removed_at is null and ${where}
		order by m.name, m.id limit ${mostCandidates}`.execute(db);
	return rows;
}
