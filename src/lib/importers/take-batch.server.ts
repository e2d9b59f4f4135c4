import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { contactId } from '#lib/importers/contact-id.server.ts';
import type { Marked } from '#lib/importers/known-contacts.ts';
import { loadKnown } from '#lib/importers/load-known.server.ts';
import { type BatchRow, type Counts, planBatch } from '#lib/importers/plan-batch.ts';
import type { ImportRow, RefusalReason } from '#lib/importers/record.ts';
import { sortedRows, type SortedRows } from '#lib/importers/sorted-rows.ts';
import { toldExchanges } from '#lib/importers/told-exchange.ts';
import { toldPerson } from '#lib/importers/told-person.ts';
import type { OwnKeys } from '#lib/importers/whoever.ts';
import { writeBatch, type Writing } from '#lib/importers/write-batch.server.ts';
import { type ExchangeRow, writeExchanges } from '#lib/importers/write-exchanges.server.ts';
import { writeOwnSide } from '#lib/importers/write-own-side.server.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** What is known while a file is read. */
export interface Reading extends Writing {
	/** Country of phone numbers without a country code, ISO 3166. */
	country: string | undefined;
	own: OwnKeys;
	/** Contacts that rows of this file told of. */
	told: Set<string>;
}

/** Writes what a batch of rows tells into the member's book; answers how the rows ended. */
export async function takeBatch(trx: Trx, rows: ImportRow[], reading: Reading): Promise<Counts> {
	const sorted = sortedRows(rows);
	const told = sorted.exchanges.map(({ record, file }) => ({
		file,
		line: record.line,
		isToCome: record.kind === 'meeting' && record.startsAt > reading.now.toISOString(),
		exchanges: toldExchanges(record, reading.own)
	}));
	const kept = told.filter(keeps);
	const refused = told.filter((row) => !keeps(row)).map(refusedRow);
	const people = [...batchRows(sorted.contacts, reading), ...refused];
	const plan = await plannedFor(trx, people, reading);
	await writeBatch(trx, plan, reading);
	const news = await writeExchanges(trx, kept, reading);
	const ownNews = await writeOwnSide(trx, sorted.own, reading);
	return {
		...plan.counts,
		created: plan.counts.created + news.size + ownNews.size,
		unchanged: plan.counts.unchanged + kept.length + sorted.own.length - news.size - ownNews.size
	};
}

/** Only finds out again whom rows told of that an earlier run has written. */
export async function recallBatch(trx: Trx, rows: ImportRow[], reading: Reading): Promise<void> {
	await plannedFor(trx, batchRows(sortedRows(rows).contacts, reading), reading);
}

async function plannedFor(trx: Trx, rows: BatchRow[], reading: Reading) {
	const people = rows.flatMap((row) => (row.kind === 'person' ? [row.person] : []));
	const known = await loadKnown(trx, reading.book, people, reading.told);
	const plan = planBatch(rows, known, (line) => contactId(reading.now, line));
	for (const id of plan.told) reading.told.add(id);
	return plan;
}

type ToldRow = ExchangeRow & { isToCome: boolean };

function keeps({ isToCome, exchanges }: ToldRow): boolean {
	return !isToCome && exchanges.length > 0;
}

function refusedRow({ file, line, isToCome }: ToldRow) {
	const reason: RefusalReason = isToCome ? 'to_come' : 'nobody_named';
	return { kind: 'refused' as const, file, line, reason, excerpt: '' };
}

function batchRows(rows: SortedRows['contacts'], { country, book }: Reading): BatchRow[] {
	return rows.map((row) => {
		if (row.kind === 'refused') return row;
		const person = toldPerson(row.record, country, row.file);
		return { kind: 'person', person: { ...person, mark: markOf(person, book) } };
	});
}

/** The same for the same row of any file of one member, and no way back to what it says. */
function markOf(person: Omit<Marked, 'mark'>, { ownerId }: Book): string {
	const { fullName, company, position, connectedOn, details } = person;
	const keys = details.map(({ kind, normalised }) => [kind, normalised]);
	const said = JSON.stringify([ownerId, fullName, company, position, connectedOn, keys]);
	return createHash('sha256').update(said).digest('hex').slice(0, 32);
}
