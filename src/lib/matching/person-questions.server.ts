import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import {
	bothSides,
	sideColumns,
	type SideRow,
	sidesOf,
	toldOddsOf
} from '#lib/matching/both-sides.server.ts';
import { likelihoodOf } from '#lib/matching/likelihood.ts';
import type { PersonQuestion } from '#lib/matching/person-sides.ts';
import { type Book, bookOf } from '#lib/people/book.ts';

/** Nobody answers more; the most probable come first. */
const mostAsked = 1000;

/**
 * What this member is to be asked: is a contact of theirs the one another member made visible? The
 * most probable first, by what may be told; about one person of others only once for each contact.
 * Nothing for others.
 */
export async function questionsFor(
	db: Kysely<Database>,
	actor: Actor,
	{ limit = mostAsked }: { limit?: number } = {}
): Promise<PersonQuestion[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return [];
	const { rows } = await sql<SideRow & { odds: number }>`
		select * from (
			select distinct on (mine.id, known.person_id) ${sideColumns}, p.odds, p.reasons
			from (${askedOf(book)}) p ${bothSides(book)}
			join person_contacts known on known.community_id = ${book.communityId}
				and known.contact_id = theirs.id
			order by mine.id, known.person_id, p.odds desc, theirs.id) asked
		order by odds desc, "mineId", "theirsId" limit ${Math.min(limit, mostAsked)}`.execute(db);
	return rows
		.map((row) => ({ row, odds: toldOddsOf(row) }))
		.toSorted((one, other) => other.odds - one.odds)
		.map(({ row, odds }) => ({ ...sidesOf(row), likelihood: likelihoodOf(odds) }));
}

/** How many questions this member has, a thousand at most. */
export async function countQuestions(db: Kysely<Database>, actor: Actor): Promise<number> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return 0;
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from (
			select distinct mine.id, known.person_id
			from (${askedOf(book)}) p ${bothSides(book)}
			join person_contacts known on known.community_id = ${book.communityId}
				and known.contact_id = theirs.id
			limit ${mostAsked}) asked`.execute(db);
	return rows[0]?.count ?? 0;
}

function askedOf({ communityId, ownerId }: Book) {
	const asked = sql`community_id = ${communityId} and zone = 'asked' and decision is null`;
	return sql`select one_id as mine_id, other_id as theirs_id, odds, reasons from person_pairs
			where ${asked} and one_owner_id = ${ownerId}
		union all select other_id, one_id, odds, reasons from person_pairs
			where ${asked} and other_owner_id = ${ownerId}`;
}
