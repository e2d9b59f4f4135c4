import { type Kysely, sql } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { KnownPerson } from '#lib/matching/known-person.ts';
import { knownPersons } from '#lib/matching/known-persons.server.ts';
import { isId } from '#lib/people/book.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';
import { ownerRow } from '#lib/people/shared-row.server.ts';
import { among, isAfter, isFound, rankOf, seenBy } from '#lib/people/visible-search.server.ts';

interface Wanted {
	/** Words of a name, a company or a position; empty for everybody. */
	search?: string;
	/** Id of the last one of the page before. */
	after?: string | null;
	/** 50 unless told, 200 at most. */
	limit?: number;
}

/**
 * Whom other members of the actor's community let others see, each person once: by the first of their
 * contacts in which the words are found, those whose name is meant first. `next` is to be given back
 * as `after`, and is null on the last page. Nothing for anyone but members.
 */
export async function communityPeople(
	db: Kysely<Database>,
	actor: Actor,
	{ search = '', after = null, limit = 50 }: Wanted
): Promise<{ people: KnownPerson[]; next: string | null }> {
	const words = queryWords(search);
	const none = { people: [], next: null };
	if (actor.kind !== 'member' || (search.trim() !== '' && words.length === 0)) return none;
	const most = Math.min(limit, 200);
	const faces: string[] = [];
	let from: string | null | undefined = after;
	while (from !== undefined && faces.length <= most) {
		if (from && !isId(from)) return none;
		const rows: Row[] = await rowsAfter(db, actor, { words, after: from, most: 4 * most });
		faces.push(...rows.filter(({ again }) => !again).map(({ id }) => id));
		from = rows.length < 4 * most ? undefined : rows.at(-1)?.id;
	}
	const shown = faces.slice(0, most);
	const people = await knownPersons(db, actor, shown);
	return { people, next: faces.length > most ? (shown.at(-1) ?? null) : null };
}

interface Row {
	id: string;
	/** Whether the person stands further up already. */
	again: boolean;
}

async function rowsAfter(
	db: Kysely<Database>,
	actor: Member,
	{ words, after, most }: { words: readonly string[]; after: string | null; most: number }
): Promise<Row[]> {
	const rank = rankOf(words);
	const { rows } = await sql<Row>`
		with found as (select c.id, c.full_name, ${rank} as rank
			from (${among(actor, words)}) c join ${ownerRow}
			${after ? isAfter(actor, words, after) : sql``}
			order by ${rank}, c.full_name, c.id limit ${most})
		select found.id, exists (select 1 from person_contacts k
			join person_contacts s on s.community_id = k.community_id and s.person_id = k.person_id
				and s.shared and s.contact_id <> k.contact_id
			join contacts c on c.id = s.contact_id and ${seenBy(actor)} and ${isFound(words)}
			join ${ownerRow}
			where k.community_id = ${actor.communityId} and k.contact_id = found.id and k.shared
				and (${rank}, c.full_name, c.id) < (found.rank, found.full_name, found.id)) as again
		from found order by found.rank, found.full_name, found.id`.execute(db);
	return rows;
}
