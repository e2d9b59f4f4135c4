import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { readTrees } from '#lib/matching/regroup.server.ts';
import { bookOf } from '#lib/people/book.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';

/** Two contacts of one book that their owner keeps apart. */
export interface KeptApart {
	/** As it was said; see askAgain. */
	pair: { oneId: string; otherId: string };
	/** The contacts that show, whatever was merged since. */
	one: { id: string; fullName: string };
	other: { id: string; fullName: string };
	decidedAt: Date;
}

interface Row {
	oneId: string;
	otherId: string;
	oneName: string;
	otherName: string;
	decidedAt: Date;
}

/** What this member said within their own book is not one person, the latest first; nothing for others. */
export async function listKeptApart(
	db: Kysely<Database>,
	actor: Actor,
	{ query = '', limit = 1000 }: { query?: string; limit?: number } = {}
): Promise<KeptApart[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return [];
	const named = queryWords(query).map(
		(word) => sql`and one.search_text || ' ' || other.search_text like ${`%${word}%`}`
	);
	const { rows } = await sql<Row>`
		select l.one_id as "oneId", l.other_id as "otherId", one.full_name as "oneName",
			other.full_name as "otherName", l.decided_at as "decidedAt"
		from likenesses l
		join contacts one on one.community_id = l.community_id and one.id = l.one_id
			and (one.deleted_at is null or one.merged_into is not null)
		join contacts other on other.community_id = l.community_id and other.id = l.other_id
			and (other.deleted_at is null or other.merged_into is not null)
		where l.community_id = ${book.communityId} and l.owner_id = ${book.ownerId}
			and l.state = 'apart' and l.decided_at is not null ${sql.join(named, sql` `)}
		order by l.decided_at desc, l.one_id, l.other_id limit ${limit}`.execute(db);
	if (rows.length === 0) return [];
	const trees = await readTrees(db, book);
	return rows.map(({ oneId, otherId, oneName, otherName, decidedAt }) => ({
		pair: { oneId, otherId },
		one: { id: trees.rootOf(oneId), fullName: oneName },
		other: { id: trees.rootOf(otherId), fullName: otherName },
		decidedAt
	}));
}
