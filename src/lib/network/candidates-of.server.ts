import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import { asOne } from '#lib/db/as-one.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Candidate, type FoundRow, joinCandidates } from '#lib/network/candidate.ts';
import {
	mostCandidates,
	personRow,
	type VisibleRow,
	visibleRow
} from '#lib/network/candidate-rows.server.ts';
import { isProvedMember } from '#lib/network/member-row.server.ts';
import {
	firstMembers,
	type GivenIds,
	givenRows,
	type KnownAsMember,
	knownAsMembers,
	membersAmong
} from '#lib/network/members-among.server.ts';
import { bookOf } from '#lib/people/book.ts';
import { ownerRow, sharedColumns } from '#lib/people/shared-row.server.ts';

type Db = Kysely<Database>;

/** Each person once, as the member knows them themselves where they do. */
export async function candidatesOf(
	db: Db,
	actor: Member,
	rows: readonly FoundRow[],
	words: readonly string[]
): Promise<Candidate[]> {
	const persons = rows.flatMap((row) => (row.own || !row.personId ? [] : [row.personId]));
	const members = rows.flatMap(({ memberId }) => memberId ?? []);
	const { before, ...statements } = around(actor, {
		...givenRows(rows),
		foreign: sql`select unnest(${persons}::uuid[])`,
		members: sql`select unnest(${members}::uuid[])`
	});
	const found = await asOne(db, statements, sql`with ${before}`);
	return together(db, actor, { rows, ...found }, words);
}

/** Who a contact is that is the member's own or that another lets them see, by its id. */
export async function candidateOfContact(
	db: Db,
	actor: Member,
	id: string
): Promise<Candidate | null> {
	const { communityId, memberId } = actor;
	const meant = sql`meant as materialized (select ${sharedColumns}, p.person_id as "personId"
		from contacts c join ${ownerRow} left join ${personRow}
		where c.community_id = ${communityId} and c.id = ${id} and c.deleted_at is null
			and (c.owner_id = ${memberId} or c.sharing = 'visible'))`;
	const { before, ...statements } = around(actor, {
		contacts: sql`select id from meant`,
		persons: sql`select "personId" from meant`,
		foreign: sql`select "personId" from meant where "ownerId" <> ${memberId}`,
		members: sql`select null::uuid`
	});
	const found = await asOne(
		db,
		{ meant: sql<VisibleRow>`select * from meant`, ...statements },
		sql`with ${meant}, ${before}`
	);
	const rows = found.meant.flatMap((row) => ownRow(actor, row) ?? visibleRow(actor, row));
	const [candidate] = rows.length > 0 ? await together(db, actor, { ...found, rows }, []) : [];
	return candidate ?? null;
}

function ownRow(actor: Member, row: VisibleRow): FoundRow | null {
	if (row.ownerId !== bookOf(actor, 'read_contact')?.ownerId) return null;
	const { id: contactId, personId, fullName: name, company, position } = row;
	return { contactId, personId, memberId: null, own: true, name, company, position };
}

/** Statements that answer ids. */
interface GivenPeople extends GivenIds {
	/** Persons of contacts that others own. */
	foreign: RawBuilder<unknown>;
	members: RawBuilder<unknown>;
}

/** The members whom these are, and the member's own contacts of people whom others know, or who are members. */
function around(actor: Member, { foreign, members, ...ids }: GivenPeople) {
	const { communityId, memberId: self } = actor;
	return {
		before: sql`known as materialized (${knownAsMembers(actor, ids)})`,
		known: sql<KnownAsMember>`select id, "memberId" from known`,
		own: sql<FoundRow>`
			with mine (id) as (
				select p.contact_id from person_contacts p where p.community_id = ${communityId}
					and p.owner_id = ${self} and p.person_id in (${foreign})
				union
				select d.contact_id from members m join contact_details d
					on d.community_id = m.community_id and d.kind = 'email' and d.normalised = m.email
				where m.community_id = ${communityId} and ${isProvedMember}
					and m.id in (${members} union select "memberId" from known)
			)
			select c.id as "contactId", p.person_id as "personId", null as "memberId", true as own,
				c.full_name as name, c.company, c.position
			from mine join contacts c on c.community_id = ${communityId} and c.id = mine.id
			left join ${personRow}
			where c.owner_id = ${self} and c.deleted_at is null
			order by c.id limit ${mostCandidates}`
	};
}

interface Found {
	rows: readonly FoundRow[];
	known: readonly KnownAsMember[];
	own: readonly FoundRow[];
}

async function together(
	db: Db,
	actor: Member,
	{ rows, known, own }: Found,
	words: readonly string[]
): Promise<Candidate[]> {
	const members = new Map([...firstMembers(known), ...(await membersAmong(db, actor, own))]);
	const joined = joinCandidates([...rows, ...own], { words, members, me: actor.memberId });
	return joined.slice(0, mostCandidates);
}
