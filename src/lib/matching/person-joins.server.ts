import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import {
	bothSides,
	sideColumns,
	sidesNamed,
	type SideRow,
	sidesOf
} from '#lib/matching/both-sides.server.ts';
import type { PersonDecision, PersonJoin, PersonPair } from '#lib/matching/person-sides.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';

/** Which of a member's joins: those of one contact, those with some words, and how many. */
interface Which {
	contactId?: string | undefined;
	query?: string;
	limit?: number;
	offset?: number;
}

/**
 * Which visible contacts of other members are known to be the same people as this member's own, the
 * latest first. What is blind or private is never among them. Nothing for others.
 */
export async function joinsOf(
	db: Kysely<Database>,
	actor: Actor,
	{ contactId, query = '', limit = 50, offset = 0 }: Which = {}
): Promise<PersonJoin[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book || (contactId !== undefined && !isId(contactId))) return [];
	const { rows } = await sql<SideRow & Omit<PersonJoin, keyof PersonPair>>`
		select ${sideColumns}, pair.reasons, said.decision, p.joined_at as "joinedAt",
			other.decision is not null as "saidByOther"
		from (select p.* from (${joinedTo(book, contactId)}) p ${bothSides(book)}
			where ${sidesNamed(query)}
			order by p.joined_at desc, mine.id, theirs.id limit ${limit} offset ${offset}
		) p ${bothSides(book)}
		left join person_pairs pair on pair.community_id = ${book.communityId}
			and pair.one_id = least(mine.id, theirs.id) and pair.other_id = greatest(mine.id, theirs.id)
		left join person_decisions said on said.community_id = ${book.communityId}
			and said.contact_id = mine.id and said.other_id = theirs.id
		left join person_decisions other on other.community_id = ${book.communityId}
			and other.contact_id = theirs.id and other.other_id = mine.id and other.decision = 'same'
		order by p.joined_at desc, mine.id, theirs.id`.execute(db);
	return rows.map(({ decision, saidByOther, joinedAt, ...row }) => ({
		...sidesOf(row),
		decision,
		saidByOther,
		joinedAt
	}));
}

/** Who else of the community made visible that they know this contact of the member's. */
export function personOf(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string
): Promise<PersonJoin[]> {
	return joinsOf(db, actor, { contactId, limit: 200 });
}

/** What this member decided of their contacts and others' that are visible now, the latest first. */
export async function decisionsOf(
	db: Kysely<Database>,
	actor: Actor,
	{ query = '', limit = 1000, offset = 0 }: Omit<Which, 'contactId'> = {}
): Promise<PersonDecision[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return [];
	const { rows } = await sql<SideRow & Pick<PersonDecision, 'decision' | 'decidedAt'>>`
		select ${sideColumns}, pair.reasons, p.decision, p.decided_at as "decidedAt"
		from (select contact_id as mine_id, other_id as theirs_id, decision, decided_at
			from person_decisions where community_id = ${book.communityId}
				and member_id = ${book.ownerId}) p ${bothSides(book)}
		left join person_pairs pair on pair.community_id = ${book.communityId}
			and pair.one_id = least(mine.id, theirs.id) and pair.other_id = greatest(mine.id, theirs.id)
		where ${sidesNamed(query)}
		order by p.decided_at desc, mine.id, theirs.id limit ${limit} offset ${offset}`.execute(db);
	return rows.map(({ decision, decidedAt, ...row }) => ({ ...sidesOf(row), decision, decidedAt }));
}

function joinedTo({ communityId, ownerId }: Book, contactId: string | undefined) {
	const that = contactId === undefined ? sql`` : sql`and one.contact_id = ${contactId}`;
	return sql`select one.contact_id as mine_id, other.contact_id as theirs_id,
			greatest(one.joined_at, other.joined_at) as joined_at
		from person_contacts one
		join person_contacts other on other.community_id = one.community_id
			and other.person_id = one.person_id and other.shared and other.owner_id <> one.owner_id
		where one.community_id = ${communityId} and one.owner_id = ${ownerId} ${that}`;
}
