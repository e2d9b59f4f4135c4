import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { type Merge, mergeAll, shown } from '#lib/matching/merge.server.ts';
import { readTrees, regroup, type Retell } from '#lib/matching/regroup.server.ts';
import { separate } from '#lib/matching/undo-merge.server.ts';
import type { MatchReason } from '#lib/matching/match-reason.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** A merge that a member decided, to be made again where both contacts are still there. */
export type Remerge = Merge & { mergedAt: Date };

/**
 * Undoes and forgets the merges that rest on what an import brought: all since it began that concern
 * a contact it told of. Answers those that the member decided.
 */
export async function undoMergesOf(
	trx: Trx,
	book: Book,
	importId: string,
	now: Date
): Promise<Remerge[]> {
	const told = await toldOf(trx, book, importId);
	const trees = await readTrees(trx, book);
	const concerned = new Set([...told, ...trees.under(told).flatMap(({ id, root }) => [id, root])]);
	const merges = (await mergesSince(trx, book, importId)).filter(
		({ keptId, mergedId }) => concerned.has(keptId) || concerned.has(mergedId)
	);
	if (merges.length === 0) return [];
	const ids = merges.map(({ id }) => id);
	const contacts = merges.flatMap(({ keptId, mergedId }) => [keptId, mergedId]);
	// What is told of their ties is worked out once the import is taken back.
	await regroup(
		trx,
		book,
		contacts,
		() => separate(trx, book, ids, now),
		async () => {}
	);
	await trx
		.deleteFrom('merges')
		.where('communityId', '=', book.communityId)
		.where('id', '=', sql<string>`any(${ids}::uuid[])`)
		.execute();
	return merges.filter(({ decidedBy }) => decidedBy === 'member');
}

/** Makes merges again that members decided, as far as both contacts are still there. */
export async function mergeAgain(
	trx: Trx,
	book: Book,
	merges: readonly Remerge[],
	now: Date,
	retell: Retell
): Promise<void> {
	for (const { keptId, mergedId, ...merge } of merges) {
		const trees = await readTrees(trx, book);
		const ids = [trees.rootOf(keptId), trees.rootOf(mergedId)];
		const [one = '', other = ''] = ids;
		if (one === other || (await shown(trx, book, ids)).length < 2) continue;
		await mergeAll(trx, book, [{ ...merge, keptId: one, mergedId: other }], now, retell);
	}
}

async function toldOf(trx: Trx, { communityId, ownerId }: Book, importId: string) {
	const tables = ['contact_details', 'positions', 'evidence', 'import_marks'];
	const values = tables.map(
		(table) => sql`select contact_id as id from ${sql.table(table)}
			where community_id = ${communityId} and import_id = ${importId}`
	);
	const { rows } = await sql<{ id: string }>`
		select id from contacts where community_id = ${communityId} and owner_id = ${ownerId}
			and import_id = ${importId}
		union ${sql.join(values, sql` union `)}
		union select contact_id from contact_events where community_id = ${communityId}
			and kind = 'imported' and detail ->> 'importId' = ${importId}`.execute(trx);
	return rows.map(({ id }) => id);
}

async function mergesSince(trx: Trx, { communityId, ownerId }: Book, importId: string) {
	const { rows } = await sql<Remerge & { id: string; reasons: MatchReason[] }>`
		select m.id, kept_id as "keptId", merged_id as "mergedId", decided_by as "decidedBy",
			probability, reasons, merged_at as "mergedAt"
		from merges m join imports i on i.community_id = m.community_id and i.id = ${importId}
		where m.community_id = ${communityId} and m.owner_id = ${ownerId} and m.undone_at is null
			and m.merged_at >= i.created_at
		order by m.merged_at, m.id`.execute(trx);
	return rows;
}
