import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { type OpenedImport, openImport } from '#lib/importers/formats.ts';
import { bareNames } from '#lib/importers/candidate-ids.server.ts';
import { readChosen } from '#lib/importers/chosen-columns.ts';
import { concludeImport } from '#lib/importers/conclude-import.server.ts';
import { inBatches } from '#lib/importers/csv-one-by-one.ts';
import type { FileNote, FileRefusal } from '#lib/importers/file-refusal.ts';
import { filePieces } from '#lib/importers/import-file.server.ts';
import type { OwnName } from '#lib/importers/own-name.ts';
import type { Counts } from '#lib/importers/plan-batch.ts';
import { addKinds } from '#lib/importers/kinds.ts';
import { readAhead } from '#lib/importers/read-ahead.ts';
import type { ImportRow } from '#lib/importers/record.ts';
import { isDue, refreshStatistics } from '#lib/importers/refresh-statistics.server.ts';
import { survey, tellsOfExchanges } from '#lib/importers/survey.ts';
import {
	readBatch,
	type ReadBatch,
	type Reading,
	recallBatch,
	takeBatch
} from '#lib/importers/take-batch.server.ts';
import { readOwnKeys } from '#lib/importers/write-own-side.server.ts';
import { homeCountry } from '#lib/people/home-country.ts';

const batchRows = 1000;
/** An archive may hold any number of files that are of no use here. */
const mostNotes = 200;

interface Key {
	communityId: string;
	importId: string;
}

/** How far an import is; told after each batch. */
export interface ImportProgress extends Counts {
	bytesRead: number;
}

/** One run over a file. An import may need several: each goes on where the last one was killed. */
interface Run extends Reading {
	db: Kysely<Database>;
	key: Key;
	fileName: string;
	/** Which column of a table says what, as the member chose. */
	mapping: unknown;
	/** Names and addresses by which this file calls the member. */
	found: OwnName[];
	/** Rows whose outcome is committed. */
	done: number;
	bytesRead: number;
}

/**
 * Reads a kept file into its member's book, a thousand rows a transaction, each with its counts.
 * A row counts exactly once, however often the run is killed and begun again, or begun twice.
 */
export async function runImport(
	{ db }: { db: Kysely<Database> },
	key: Key,
	now: Date,
	onProgress: (progress: ImportProgress) => void | Promise<unknown> = () => {}
): Promise<void> {
	const run = await begin(db, key, now);
	if (!run) return;
	const opened = await open(run, (bytes) => (run.bytesRead = bytes));
	if (!opened.ok) return end(run, { state: 'failed', failure: opened.refusal });
	if (tellsOfExchanges(opened.format)) await look(run);
	const committed = run.done;
	run.done = 0;
	for await (const { item: batch, askNext } of readAhead(batches(run, opened.rows, committed))) {
		const progress = await takeNext(run, batch, run.done < committed, askNext);
		if (progress === 'superseded') return;
		if (progress) await onProgress(progress);
		const before = run.done - committed;
		run.done += batch.length;
		if (isDue(before, run.done - committed)) await refreshStatistics(db);
	}
	if (isDue(0, run.done - committed)) await refreshStatistics(db);
	const { notes } = opened;
	const broken = notes.find((note) => note.kind === 'broken' && note.file === undefined);
	const state = broken && run.done === 0 ? 'failed' : 'done';
	await end(run, { state, failure: broken?.reason, notes });
}

async function begin(db: Kysely<Database>, key: Key, now: Date): Promise<Run | undefined> {
	const row = await db
		.updateTable('imports')
		.from('members')
		.set({ state: 'running' })
		.whereRef('members.communityId', '=', 'imports.communityId')
		.whereRef('members.id', '=', 'imports.memberId')
		.where('imports.communityId', '=', key.communityId)
		.where('imports.id', '=', key.importId)
		.where('imports.state', 'in', ['waiting', 'running'])
		.where('members.removedAt', 'is', null)
		.returning([
			'memberId',
			'fileName',
			'mapping',
			'created',
			'updated',
			'unchanged',
			'refused',
			'members.locale'
		])
		.executeTakeFirst();
	if (!row) return undefined;
	const book = { communityId: key.communityId, ownerId: row.memberId };
	return {
		db,
		key,
		book,
		importId: key.importId,
		fileName: row.fileName,
		mapping: row.mapping,
		country: homeCountry(row.locale),
		own: await readOwnKeys(db, book),
		found: [],
		refusedBefore: 0,
		now,
		done: total(row),
		bytesRead: 0,
		told: new Set(),
		bare: await bareNames(db, book)
	};
}

function open(run: Run, onRead?: (bytes: number) => void): Promise<OpenedImport> {
	const pieces = filePieces(run.db, run.key, onRead);
	return openImport(pieces, run.fileName, readChosen(run.mapping)?.mapping);
}

/** Reads the file once before: how many rows there are, and who in it is the member. */
async function look(run: Run): Promise<void> {
	const opened = await open(run);
	if (!opened.ok) return;
	const { rows, own } = await survey(opened.rows, run.own);
	run.found = own;
	run.own = new Set([...run.own, ...own.map(({ kind, value }) => `${kind} ${value}`)]);
	await run.db
		.updateTable('imports')
		.set({ rowsExpected: rows })
		.where('communityId', '=', run.key.communityId)
		.where('id', '=', run.key.importId)
		.execute();
}

interface End {
	state: 'done' | 'failed';
	failure?: FileRefusal | undefined;
	notes?: FileNote[];
}

async function end(run: Run, { notes = [], ...outcome }: End) {
	const { communityId, importId } = run.key;
	await run.db.transaction().execute(async (trx) => {
		const ended = await trx
			.updateTable('imports')
			.set({
				...outcome,
				notes: JSON.stringify(notes.slice(0, mostNotes)),
				bytesRead: run.bytesRead,
				finishedAt: run.now
			})
			.where('communityId', '=', communityId)
			.where('id', '=', importId)
			.where('state', '=', 'running')
			.returning('id')
			.executeTakeFirst();
		if (!ended) return;
		const { people } = await concludeImport(trx, run);
		if (people > 0) await addPeople(trx, run.key, people);
		// What the report needs has been kept; the file itself holds people nobody asked about.
		await trx
			.deleteFrom('importPieces')
			.where('communityId', '=', communityId)
			.where('importId', '=', importId)
			.execute();
	});
}

async function addPeople(
	trx: Transaction<Database>,
	{ communityId, importId }: Key,
	people: number
) {
	await sql`update imports set kinds = kinds || jsonb_build_object('person', ${people}::integer)
		where community_id = ${communityId} and id = ${importId}`.execute(trx);
}

interface Batch extends ReadBatch {
	/** Of the file, up to and with these rows. */
	bytesRead: number;
}

/** Rows by the thousand, and a cut where the rows begin that no earlier run committed. */
async function* batches(
	run: Run,
	rows: AsyncIterable<ImportRow>,
	cut: number
): AsyncGenerator<Batch> {
	const batch = () => ({ ...readBatch(some, run), bytesRead: run.bytesRead });
	let some: ImportRow[] = [];
	let seen = 0;
	for await (const more of inBatches(rows)) {
		for (const row of more) {
			some.push(row);
			seen += 1;
			if (some.length < batchRows && seen !== cut) continue;
			yield batch();
			some = [];
		}
	}
	if (some.length > 0) yield batch();
}

/** Writes one batch with its counts, or finds out again what a batch told that was written before. */
function takeNext(
	run: Run,
	batch: Batch,
	again: boolean,
	askNext: () => void
): Promise<ImportProgress | 'superseded' | undefined> {
	return run.db.transaction().execute(async (trx) => {
		// The disk is waited for once, at the end: rows that a crash takes back go with their counts, so
		// that the next run reads them again.
		await sql`set local synchronous_commit = off`.execute(trx);
		const before = await lockImport(trx, run);
		if (!before || (!again && total(before) !== run.done)) return 'superseded';
		if (again) return void (await recallBatch(trx, batch, run));
		run.refusedBefore = before.refused;
		const counts = await takeBatch(trx, batch, run, askNext);
		return keepCounts(trx, run, before, counts, batch);
	});
}

/** Nobody else counts for this import, or fills this member's book from another file, meanwhile. */
async function lockImport(trx: Transaction<Database>, { key, book }: Run) {
	const row = await trx
		.selectFrom('imports')
		.select(['created', 'updated', 'unchanged', 'refused', 'kinds'])
		.where('communityId', '=', key.communityId)
		.where('id', '=', key.importId)
		.where('state', '=', 'running')
		.forUpdate()
		.executeTakeFirst();
	await trx
		.selectFrom('members')
		.select('id')
		.where('communityId', '=', book.communityId)
		.where('id', '=', book.ownerId)
		.forNoKeyUpdate()
		.execute();
	return row;
}

interface Taken extends Counts {
	kinds: unknown;
}

async function keepCounts(
	trx: Transaction<Database>,
	run: Run,
	before: Taken,
	counts: Counts,
	{ bytesRead, kinds }: Batch
) {
	const progress: ImportProgress = {
		created: before.created + counts.created,
		updated: before.updated + counts.updated,
		unchanged: before.unchanged + counts.unchanged,
		refused: before.refused + counts.refused,
		bytesRead
	};
	await trx
		.updateTable('imports')
		.set({ ...progress, kinds: JSON.stringify(addKinds(before.kinds, kinds)) })
		.where('communityId', '=', run.key.communityId)
		.where('id', '=', run.key.importId)
		.execute();
	return progress;
}

function total({ created, updated, unchanged, refused }: Counts): number {
	return created + updated + unchanged + refused;
}
