import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { isId } from '#lib/people/book.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';
import {
	ownerRow,
	sharedColumns,
	sharedFrom,
	type SharedRow
} from '#lib/people/shared-row.server.ts';
import { shownTo } from '#lib/people/shown-to.ts';
import { among, isAfter, rankOf } from '#lib/people/visible-search.server.ts';

/** Another member's contact, as much of it as they show. */
export interface VisibleContact {
	id: string;
	name: string;
	company: string;
	position: string;
	ownerId: string;
	ownerName: string;
}

export interface VisibleSearch {
	/** Words of a name, a company or a position; of nothing else. Empty for everybody. */
	search?: string;
	/** Of this member's book alone. */
	ownerId?: string;
	/** Id of the last one of the page before. */
	after?: string | null;
	/** 50 unless told, 200 at most. */
	limit?: number;
}

/**
 * The contacts that other members of the actor's community let others see, those whose name is meant
 * first; `next` is to be given back as `after`, and is null on the last page. Nothing for anyone but
 * members.
 */
export async function whoIsVisible(
	db: Kysely<Database>,
	actor: Actor,
	{ search = '', ownerId, after, limit = 50 }: VisibleSearch
): Promise<{ people: VisibleContact[]; next: string | null }> {
	if (actor.kind !== 'member') return { people: [], next: null };
	const words = queryWords(search);
	if (search.trim() !== '' && words.length === 0) return { people: [], next: null };
	if ((ownerId && !isId(ownerId)) || (after && !isId(after))) return { people: [], next: null };
	const rank = rankOf(words);
	const most = Math.min(limit, 200);
	const found = await sql<SharedRow>`select ${sharedColumns}
		from (${among(actor, words, ownerId)}) c join ${ownerRow}
		${after ? isAfter(actor, words, after) : sql``}
		order by ${rank}, c.full_name, c.id limit ${most + 1}`.execute(db);
	const people = found.rows.flatMap((row) => visibleTo(actor, row) ?? []).slice(0, most);
	return { people, next: found.rows.length > most ? (people.at(-1)?.id ?? null) : null };
}

/** One of them; null alike where there is none, where it is private or only counted, and for one's own. */
export async function readVisible(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): Promise<VisibleContact | null> {
	if (actor.kind !== 'member' || !isId(id)) return null;
	const { rows } = await sql<SharedRow>`select ${sharedColumns} from ${sharedFrom}
		where c.community_id = ${actor.communityId} and c.id = ${id}`.execute(db);
	return (rows[0] && visibleTo(actor, rows[0])) ?? null;
}

/** What of a row the viewer is shown, if it is visible to them. */
export function visibleTo(viewer: Actor, row: SharedRow): VisibleContact | null {
	const shown = shownTo(viewer, row);
	if (shown.as !== 'visible') return null;
	const { as: _as, ...told } = shown;
	return { id: row.id, ownerId: row.ownerId, ...told };
}
