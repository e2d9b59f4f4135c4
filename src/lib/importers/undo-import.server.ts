import { type Kysely, sql, type Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { readImport } from '#lib/importers/import-report.server.ts';
import { linkCorrespondents } from '#lib/importers/link-correspondents.server.ts';
import { makePeople } from '#lib/importers/make-people.server.ts';
import { touchedBeside } from '#lib/importers/stays-after-undo.server.ts';
import { restoreFields } from '#lib/importers/restore-fields.server.ts';
import { mergeAgain, undoMergesOf } from '#lib/matching/undo-merges-of.server.ts';
import { retellTies } from '#lib/network/retell.server.ts';
import type { Book } from '#lib/people/book.ts';
import { refreshSearchTexts } from '#lib/people/refresh-search-texts.server.ts';

type Trx = Transaction<Database>;

/** What stays of an undone import: contacts that are part of something else since. */
export type Undone = { ok: true; kept: number } | { ok: false; refusal: 'not_found' | 'under_way' };

interface Undoing {
	book: Book;
	importId: string;
}

/**
 * Takes back all that an import of this member's brought, in one transaction: contacts it created,
 * values and traces it added, fields it changed. What was done by hand since stays, and so does a
 * contact that a request, a note or another file has touched since.
 */
export async function undoImport(
	db: Kysely<Database>,
	actor: Actor,
	id: string,
	now: Date
): Promise<Undone> {
	const report = await readImport(db, actor, id);
	if (!report || actor.kind !== 'member') return { ok: false, refusal: 'not_found' };
	const book = { communityId: actor.communityId, ownerId: actor.memberId };
	return db.transaction().execute(async (trx): Promise<Undone> => {
		if (!(await turn(trx, book, id, now))) return { ok: false, refusal: 'under_way' };
		const byHand = await undoMergesOf(trx, book, id, now);
		const kept = await takeBack(trx, { book, importId: id });
		await mergeAgain(trx, book, byHand, now, retellTies);
		return { ok: true, kept };
	});
}

async function turn(trx: Trx, { communityId, ownerId }: Book, id: string, now: Date) {
	const turned = await trx
		.updateTable('imports')
		.set({ state: 'undone', undoneAt: now })
		.where('communityId', '=', communityId)
		.where('memberId', '=', ownerId)
		.where('id', '=', id)
		.where('state', 'in', ['done', 'cancelled', 'failed', 'uploading', 'mapping'])
		.returning('id')
		.executeTakeFirst();
	if (!turned) return false;
	// The member's book holds still, as it does while a file is read into it.
	await trx
		.selectFrom('members')
		.select('id')
		.where('communityId', '=', communityId)
		.where('id', '=', ownerId)
		.forNoKeyUpdate()
		.execute();
	await trx
		.deleteFrom('importPieces')
		.where('communityId', '=', communityId)
		.where('importId', '=', id)
		.execute();
	return true;
}

async function takeBack(trx: Trx, undoing: Undoing): Promise<number> {
	await deleteExchanges(trx, undoing);
	const kept = await deleteCreated(trx, undoing);
	const told = await restoreFields(trx, undoing, kept);
	await deleteValues(trx, undoing, kept);
	await refreshSearchTexts(trx, undoing.book, told);
	await linkCorrespondents(trx, undoing.book);
	await makePeopleAgain(trx, undoing.book);
	await retellTies(trx, undoing.book, 'all');
	return kept.length;
}

/** Whoever was a contact by this import, and is known by letters of another, becomes one by that. */
async function makePeopleAgain(trx: Trx, book: Book): Promise<void> {
	const others = await trx
		.selectFrom('imports')
		.select(['id as importId', 'createdAt as now'])
		.where('communityId', '=', book.communityId)
		.where('memberId', '=', book.ownerId)
		.where('state', '=', 'done')
		.orderBy('createdAt')
		.execute();
	for (const other of others) await makePeople(trx, { book, ...other });
}

async function deleteExchanges(trx: Trx, { book, importId }: Undoing): Promise<void> {
	const { communityId, ownerId } = book;
	const ofImport = sql`community_id = ${communityId} and import_id = ${importId}`;
	await sql`delete from retold_exchanges where ${ofImport}`.execute(trx);
	await leaveToOthers(trx, { book, importId });
	await sql`delete from exchanges where ${ofImport}`.execute(trx);
	await sql`delete from careers where ${ofImport}`.execute(trx);
	await sql`delete from own_names where ${ofImport}`.execute(trx);
	await sql`delete from correspondents c
		where c.community_id = ${communityId} and c.owner_id = ${ownerId} and not exists
			(select from exchanges e where e.community_id = c.community_id and e.correspondent_id = c.id)`.execute(
		trx
	);
}

/** What other imports told as well is from now on what the earliest of them told. */
async function leaveToOthers(trx: Trx, { book, importId }: Undoing): Promise<void> {
	const { communityId } = book;
	const same = sql`e.community_id = ${communityId} and r.community_id = ${communityId}
		and r.correspondent_id = e.correspondent_id and r.key = e.key`;
	await sql`with heirs as (
			select distinct on (r.correspondent_id, r.key) r.*
			from exchanges e join retold_exchanges r on ${same}
			join imports i on i.community_id = r.community_id and i.id = r.import_id
			where e.import_id = ${importId}
			order by r.correspondent_id, r.key, i.created_at, i.id
		), left_to as (
			update exchanges e set import_id = r.import_id, file = r.file, line = r.line
			from heirs r where ${same}
			returning e.community_id, e.correspondent_id, e.key, e.import_id
		)
		delete from retold_exchanges r using left_to e
		where ${same} and r.import_id = e.import_id`.execute(trx);
}

/** Deletes the contacts that the import created and nothing else has touched; answers the others. */
async function deleteCreated(trx: Trx, { book, importId }: Undoing): Promise<string[]> {
	const { communityId, ownerId } = book;
	const created = sql`k.community_id = ${communityId} and k.owner_id = ${ownerId}
		and k.import_id = ${importId}`;
	await sql`delete from contacts k where ${created}
		and k.id not in (select id from (${touchedBeside(created, importId)}) touched)`.execute(trx);
	const kept = await sql<{ id: string }>`select k.id from contacts k where ${created}`.execute(trx);
	return kept.rows.map(({ id }) => id);
}

/** What the import added to contacts that were there before. */
async function deleteValues(trx: Trx, { book, importId }: Undoing, kept: string[]): Promise<void> {
	const ofImport = sql`community_id = ${book.communityId} and import_id = ${importId}
		and contact_id <> all(${kept}::uuid[])`;
	for (const table of ['contact_details', 'positions', 'evidence', 'import_marks'])
		await sql`delete from ${sql.table(table)} where ${ofImport}`.execute(trx);
	await sql`delete from contact_events where community_id = ${book.communityId} and kind = 'imported'
		and detail ->> 'importId' = ${importId} and contact_id <> all(${kept}::uuid[])
		and contact_id in (select id from contacts
			where community_id = ${book.communityId} and owner_id = ${book.ownerId})`.execute(trx);
}
