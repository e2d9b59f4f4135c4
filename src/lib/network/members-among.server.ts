import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { isProvedMember } from '#lib/network/member-row.server.ts';

/** A contact, of somebody who may be a person. */
interface Row {
	contactId: string | null;
	personId: string | null;
}

/** The id of a contact or of a person, and the member whom it is. */
export interface KnownAsMember {
	id: string;
	memberId: string;
}

/**
 * Which of these are members, by an e-mail address: by contact and by person. What another member
 * does not show says nothing here.
 */
export async function membersAmong(
	db: Kysely<Database>,
	actor: Member,
	rows: readonly Row[]
): Promise<Map<string, string>> {
	if (!rows.some(({ contactId }) => contactId)) return new Map();
	const { rows: found } = await knownAsMembers(actor, givenRows(rows)).execute(db);
	return firstMembers(found);
}

/** Statements that answer ids of contacts and of persons. */
export interface GivenIds {
	contacts: RawBuilder<unknown>;
	persons: RawBuilder<unknown>;
}

/** The ids of these rows. */
export function givenRows(rows: readonly Row[]): GivenIds {
	const contacts = [...new Set(rows.flatMap(({ contactId }) => contactId ?? []))];
	const persons = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
	return {
		contacts: sql`select unnest(${contacts}::uuid[])`,
		persons: sql`select unnest(${persons}::uuid[])`
	};
}

/** The statement of it. */
export function knownAsMembers(
	{ communityId, memberId }: Member,
	{ contacts, persons }: GivenIds
): RawBuilder<KnownAsMember> {
	const address = sql`contact_details d on d.community_id = c.community_id
		and d.contact_id = c.id and d.kind = 'email'`;
	// Materialised: in a community of thousands nobody's address is looked up but theirs.
	return sql<KnownAsMember>`
		with address (id, email) as materialized (
			select c.id, d.normalised from contacts c join ${address}
			where c.community_id = ${communityId} and c.id in (${contacts})
				and c.deleted_at is null and (c.owner_id = ${memberId} or c.sharing = 'visible')
			union all
			select p.person_id, d.normalised from person_contacts p
			join contacts c on c.community_id = p.community_id and c.id = p.contact_id
			join ${address}
			where p.community_id = ${communityId} and p.person_id in (${persons})
				and c.deleted_at is null and c.sharing = 'visible')
		select a.id, m.id as "memberId" from address a
		join members m on m.community_id = ${communityId} and m.email = a.email and ${isProvedMember}`;
}

/** Of two members whom one person is said to be, the first id wins, as in the graph. */
export function firstMembers(found: readonly KnownAsMember[]): Map<string, string> {
	const inOrder = found.toSorted((one, other) => (one.memberId < other.memberId ? 1 : -1));
	return new Map(inOrder.map(({ id, memberId }) => [id, memberId]));
}
