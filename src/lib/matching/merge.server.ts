import { type Kysely, sql, type Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { MatchReason } from '#lib/matching/match-reason.ts';
import { emptyRecord } from '#lib/matching/merge-record.ts';
import { regroup, type Retell } from '#lib/matching/regroup.server.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** Two contacts of one book that are one person. */
export interface Merge {
	keptId: string;
	mergedId: string;
	decidedBy: 'certain' | 'member';
	/** 0 to 1; 1 where a member decided. */
	probability?: number;
	/** What spoke for it, the strongest first. */
	reasons?: readonly MatchReason[];
}

export type Merged = { ok: true } | { ok: false; refusal: 'not_found' | 'same' };

/**
 * Makes one contact of two of this member's: `mergedId` is hidden, what it holds shows with `keptId`,
 * which says itself what it has blank. Nothing is lost, and undoMerge gives all of it back.
 */
export async function mergeContacts(
	db: Kysely<Database>,
	actor: Actor,
	merge: Omit<Merge, 'decidedBy'>,
	now: Date,
	retell: Retell
): Promise<Merged> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(merge.keptId) || !isId(merge.mergedId))
		return { ok: false, refusal: 'not_found' };
	if (merge.keptId === merge.mergedId) return { ok: false, refusal: 'same' };
	return db.transaction().execute(async (trx): Promise<Merged> => {
		await lockBook(trx, book);
		const ids = [merge.keptId, merge.mergedId];
		if ((await shown(trx, book, ids)).length < 2) return { ok: false, refusal: 'not_found' };
		await mergeAll(trx, book, [{ ...merge, decidedBy: 'member' }], now, retell);
		return { ok: true };
	});
}

/** Nobody else merges, imports or undoes in this book until the transaction ends. */
export async function lockBook(trx: Trx, { communityId, ownerId }: Book): Promise<void> {
	await trx
		.selectFrom('members')
		.select('id')
		.where('communityId', '=', communityId)
		.where('id', '=', ownerId)
		.forNoKeyUpdate()
		.execute();
}

/** Those of these contacts that a book shows. */
export async function shown(
	trx: Trx,
	{ communityId, ownerId }: Book,
	ids: readonly string[]
): Promise<string[]> {
	const rows = await trx
		.selectFrom('contacts')
		.select('id')
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('deletedAt', 'is', null)
		.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.execute();
	return rows.map(({ id }) => id);
}

/** The same for many, all of contacts that this book shows, as a part of a larger change. */
export async function mergeAll(
	trx: Trx,
	book: Book,
	merges: readonly (Merge & { mergedAt?: Date })[],
	now: Date,
	retell: Retell
): Promise<void> {
	if (merges.length === 0) return;
	const ids = merges.flatMap(({ keptId, mergedId }) => [keptId, mergedId]);
	await regroup(trx, book, ids, () => hide(trx, book, merges, now), retell);
}

async function hide(
	trx: Trx,
	{ communityId, ownerId }: Book,
	merges: readonly (Merge & { mergedAt?: Date })[],
	now: Date
): Promise<void> {
	const rows = JSON.stringify(
		merges.map((merge) => ({ probability: 1, reasons: [], mergedAt: now, ...merge }))
	);
	const given = sql`jsonb_to_recordset(${rows}::jsonb) as r ("keptId" uuid, "mergedId" uuid,
		"decidedBy" text, probability real, reasons jsonb, "mergedAt" timestamptz)`;
	await sql`insert into merges (community_id, owner_id, kept_id, merged_id, decided_by, probability,
			reasons, before, merged_at)
		select ${communityId}, ${ownerId}, r."keptId", r."mergedId", r."decidedBy", r.probability,
			r.reasons, ${JSON.stringify(emptyRecord())}::jsonb, r."mergedAt" from ${given}`.execute(trx);
	await sql`update contacts set merged_into = r."keptId", deleted_at = ${now} from ${given}
		where community_id = ${communityId} and id = r."mergedId"`.execute(trx);
}
