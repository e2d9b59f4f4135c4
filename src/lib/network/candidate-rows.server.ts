import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import { type Candidate, type FoundRow, joinCandidates } from '#lib/network/candidate.ts';
import type { Database } from '#lib/db/schema.ts';
import { isProvedMember } from '#lib/network/member-row.server.ts';
import {
	firstMembers,
	type KnownAsMember,
	knownAsMembers,
	membersAmong
} from '#lib/network/members-among.server.ts';
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
const mostCandidates = 1000;

const personRow = sql`person_contacts p on p.community_id = c.community_id and p.contact_id = c.id`;

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

/** The one contact with this id: of the member's own, or one that another lets them see. */
export async function contactRow(db: Db, actor: Member, id: string): Promise<FoundRow | null> {
	const { communityId, memberId } = actor;
	const { rows } = await sql<VisibleRow>`select ${sharedColumns}, p.person_id as "personId"
		from contacts c join ${ownerRow} left join ${personRow}
		where c.community_id = ${communityId} and c.id = ${id} and c.deleted_at is null
			and (c.owner_id = ${memberId} or c.sharing = 'visible')`.execute(db);
	const [row] = rows;
	const isOwn = row && row.ownerId === bookOf(actor, 'read_contact')?.ownerId;
	if (!isOwn) return rows.flatMap((one) => visibleRow(actor, one))[0] ?? null;
	const { personId, fullName: name, company, position } = row;
	return { contactId: id, personId, memberId: null, own: true, name, company, position };
}

type VisibleRow = SharedRow & { personId: string | null };

function visibleRow(actor: Member, row: VisibleRow): FoundRow[] {
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

/** Each person once, as the member knows them themselves where they do. */
export async function candidatesOf(
	db: Db,
	actor: Member,
	rows: readonly FoundRow[],
	words: readonly string[]
): Promise<Candidate[]> {
	const { members, own } = await aroundRows(db, actor, rows);
	const all = [...rows, ...own];
	const known = new Map([...members, ...(await membersAmong(db, actor, own))]);
	return joinCandidates(all, { words, members: known, me: actor.memberId }).slice(
		0,
		mostCandidates
	);
}

interface Around {
	members: KnownAsMember[];
	own: FoundRow[];
}

/** The members whom these are, and the member's own contacts of people whom others know, or who are members. */
async function aroundRows(db: Db, actor: Member, rows: readonly FoundRow[]) {
	const { communityId, memberId: self } = actor;
	const persons = rows.flatMap((row) => (row.own || !row.personId ? [] : [row.personId]));
	const members = rows.flatMap(({ memberId }) => memberId ?? []);
	const { rows: found } = await sql<Around>`
		with known as materialized (${knownAsMembers(actor, rows)}), mine (id) as (
			select p.contact_id from person_contacts p where p.community_id = ${communityId}
				and p.owner_id = ${self} and p.person_id = any(${persons}::uuid[])
			union
			select d.contact_id from members m join contact_details d on d.community_id = m.community_id
				and d.kind = 'email' and d.normalised = m.email
			where m.community_id = ${communityId} and ${isProvedMember}
				and m.id in (select unnest(${members}::uuid[]) union select "memberId" from known)
		), contact as (
			select c.id as "contactId", p.person_id as "personId", null as "memberId", true as own,
				c.full_name as name, c.company, c.position
			from mine join contacts c on c.community_id = ${communityId} and c.id = mine.id
			left join ${personRow}
			where c.owner_id = ${self} and c.deleted_at is null
			order by c.id limit ${mostCandidates})
		select coalesce((select jsonb_agg(known) from known), '[]') as members,
			coalesce((select jsonb_agg(contact) from contact), '[]') as own`.execute(db);
	const [around] = found;
	return { members: firstMembers(around?.members ?? []), own: around?.own ?? [] };
}
