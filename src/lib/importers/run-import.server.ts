import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { contactId } from '#lib/importers/contact-id.server.ts';
import { openImport } from '#lib/importers/formats.ts';
import { filePieces } from '#lib/importers/import-file.server.ts';
import { loadKnown } from '#lib/importers/load-known.server.ts';
import type { Marked } from '#lib/importers/known-contacts.ts';
import {
	type BatchPlan,
	type BatchRow,
	type Counts,
	planBatch
} from '#lib/importers/plan-batch.ts';
import type { ImportRow } from '#lib/importers/record.ts';
import { toldPerson } from '#lib/importers/told-person.ts';
import { writeBatch } from '#lib/importers/write-batch.server.ts';
import type { Book } from '#lib/people/book.ts';
import { homeCountry } from '#lib/people/home-country.ts';

const batchRows = 1000;

interface Key {
	communityId: string;
	importId: string;
}

/** How far an import is; told after each batch. */
export interface ImportProgress extends Counts {
	bytesRead: number;
}

/** One run over a file. An import may need several: each goes on where the last one was killed. */
interface Run {
	db: Kysely<Database>;
	key: Key;
	book: Book;
	country: string | undefined;
	now: Date;
	/** Rows whose outcome is committed. */
	done: number;
	bytesRead: number;
	/** Contacts that rows of this file told of. */
	told: Set<string>;
}

/**
 * Reads a kept file into its member's contacts, a thousand rows a transaction, each with its counts.
 * A row counts exactly once, however often the run is killed and begun again, or begun twice.
 */
export async function runImport(
	{ db }: { db: Kysely<Database> },
	key: Key,
	now: Date,
	onProgress: (progress: ImportProgress) => void = () => {}
): Promise<void> {
	const run = await begin(db, key, now);
	if (!run) return;
	const opened = await openImport(filePieces(db, key, (bytes) => (run.bytesRead = bytes)));
	if (!opened.ok) return end(run, { state: 'failed', failure: opened.refusal });
	const committed = run.done;
	run.done = 0;
	for await (const rows of batches(opened.rows, committed)) {
		const progress = await takeBatch(run, rows, run.done < committed);
		if (progress === 'superseded') return;
		if (progress) onProgress(progress);
		run.done += rows.length;
	}
	await end(run, { state: 'done' });
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
		.returning(['memberId', 'created', 'updated', 'unchanged', 'refused', 'members.locale'])
		.executeTakeFirst();
	if (!row) return undefined;
	const book = { communityId: key.communityId, ownerId: row.memberId };
	const country = homeCountry(row.locale);
	return { db, key, book, country, now, done: total(row), bytesRead: 0, told: new Set() };
}

async function end(run: Run, outcome: { state: 'done' | 'failed'; failure?: string }) {
	const { communityId, importId } = run.key;
	await run.db.transaction().execute(async (trx) => {
		const ended = await trx
			.updateTable('imports')
			.set({ ...outcome, bytesRead: run.bytesRead, finishedAt: run.now })
			.where('communityId', '=', communityId)
			.where('id', '=', importId)
			.where('state', '=', 'running')
			.returning('id')
			.executeTakeFirst();
		// What the report needs has been kept; the file itself holds people nobody asked about.
		if (ended)
			await trx
				.deleteFrom('importFiles')
				.where('communityId', '=', communityId)
				.where('importId', '=', importId)
				.execute();
	});
}

/** Rows by the thousand, and a cut where the rows begin that no earlier run committed. */
async function* batches(rows: AsyncIterable<ImportRow>, cut: number): AsyncGenerator<ImportRow[]> {
	let batch: ImportRow[] = [];
	let seen = 0;
	for await (const row of rows) {
		batch.push(row);
		seen += 1;
		if (batch.length < batchRows && seen !== cut) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

/** Plans and writes one batch. Rows committed before are planned again only to know whom they told of. */
function takeBatch(
	run: Run,
	imported: ImportRow[],
	again: boolean
): Promise<ImportProgress | 'superseded' | undefined> {
	const rows = imported.map((row) => batchRow(row, run));
	const people = rows.flatMap((row) => (row.kind === 'person' ? [row.person] : []));
	return run.db.transaction().execute(async (trx) => {
		const before = await lockImport(trx, run);
		if (!before || (!again && total(before) !== run.done)) return 'superseded';
		const known = await loadKnown(trx, run.book, people, run.told);
		const plan = planBatch(rows, known, (line) => contactId(run.now, line));
		for (const id of plan.told) run.told.add(id);
		if (again) return undefined;
		await writeBatch(trx, plan, { book: run.book, importId: run.key.importId, now: run.now });
		return keepCounts(trx, run, before, plan);
	});
}

function batchRow(row: ImportRow, run: Run): BatchRow {
	if (row.kind === 'refused') return row;
	if (row.record.kind !== 'contact') throw new Error(`No book keeps a ${row.record.kind} yet`);
	const person = toldPerson(row.record, run.country);
	return { kind: 'person', person: { ...person, mark: markOf(person, run.book) } };
}

/** The same for the same row of any file of one member, and no way back to what it says. */
function markOf(person: Omit<Marked, 'mark'>, { ownerId }: Book): string {
	const { fullName, company, position, connectedOn, details } = person;
	const keys = details.map(({ kind, normalised }) => [kind, normalised]);
	const said = JSON.stringify([ownerId, fullName, company, position, connectedOn, keys]);
	return createHash('sha256').update(said).digest('hex').slice(0, 32);
}

/** Nobody else counts for this import, or fills this member's book from another file, meanwhile. */
async function lockImport(trx: Transaction<Database>, { key, book }: Run) {
	const row = await trx
		.selectFrom('imports')
		.select(['created', 'updated', 'unchanged', 'refused'])
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

async function keepCounts(trx: Transaction<Database>, run: Run, before: Counts, plan: BatchPlan) {
	const progress: ImportProgress = {
		created: before.created + plan.counts.created,
		updated: before.updated + plan.counts.updated,
		unchanged: before.unchanged + plan.counts.unchanged,
		refused: before.refused + plan.counts.refused,
		bytesRead: run.bytesRead
	};
	await trx
		.updateTable('imports')
		.set(progress)
		.where('communityId', '=', run.key.communityId)
		.where('id', '=', run.key.importId)
		.execute();
	return progress;
}

function total({ created, updated, unchanged, refused }: Counts): number {
	return created + updated + unchanged + refused;
}
