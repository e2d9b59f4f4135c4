import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { MatchReason } from '#lib/matching/match-reason.ts';
import { readReasons } from '#lib/matching/merge-record.ts';
import { readTrees } from '#lib/matching/regroup.server.ts';
import { bookOf, isId } from '#lib/people/book.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';

/** A merge that stands. */
export interface MergeLine {
	id: string;
	/** The contact that shows, whatever was merged on the way. */
	keptId: string;
	/** The two that it made one. */
	pair: { oneId: string; otherId: string };
	keptName: string;
	mergedName: string;
	decidedBy: 'certain' | 'member';
	reasons: MatchReason[];
	mergedAt: Date;
	/** The imported file that brought the hidden contact; empty where it was written by hand. */
	fileName: string;
}

interface Row extends Omit<MergeLine, 'reasons' | 'pair'> {
	mergedId: string;
	reasons: unknown;
}

/** Which merges: those that one contact shows, those with some words, and how many. */
interface Which {
	contactId?: string;
	query?: string;
	limit?: number;
	offset?: number;
}

/** This member's merges that stand, latest first. */
export async function listMerges(
	db: Kysely<Database>,
	actor: Actor,
	{ contactId, query = '', limit = 50, offset = 0 }: Which = {}
): Promise<MergeLine[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return [];
	const trees = await readTrees(db, book);
	const hidden = contactId === undefined ? null : trees.under([contactId]).map(({ id }) => id);
	if (hidden?.length === 0) return [];
	const those = hidden ? sql`and m.merged_id = any(${hidden}::uuid[])` : sql``;
	const named = queryWords(query).map(
		(word) => sql`and kept.search_text || ' ' || merged.search_text like ${`%${word}%`}`
	);
	const { rows } = await sql<Row>`
		select m.id, m.kept_id as "keptId", m.merged_id as "mergedId", kept.full_name as "keptName",
			merged.full_name as "mergedName", m.decided_by as "decidedBy", m.reasons,
			m.merged_at as "mergedAt", coalesce(i.file_name, '') as "fileName"
		from merges m
		join contacts kept on kept.community_id = m.community_id and kept.id = m.kept_id
		join contacts merged on merged.community_id = m.community_id and merged.id = m.merged_id
		left join imports i on i.community_id = m.community_id and i.id = merged.import_id
		where m.community_id = ${book.communityId} and m.owner_id = ${book.ownerId}
			and m.undone_at is null ${those} ${sql.join(named, sql` `)}
		order by m.merged_at desc, m.id limit ${limit} offset ${offset}`.execute(db);
	return rows.map(({ mergedId, ...row }) => ({
		...row,
		pair: { oneId: row.keptId, otherId: mergedId },
		keptId: trees.rootOf(row.keptId),
		reasons: readReasons(row.reasons)
	}));
}

/** The contact of this member's that shows instead of this one; null when it is hidden by none. */
export async function shownInstead(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): Promise<string | null> {
	const book = bookOf(actor, 'read_contact');
	if (!book || !isId(id)) return null;
	const root = (await readTrees(db, book)).rootOf(id);
	return root === id ? null : root;
}
