import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { namesTypedSince } from '#lib/importers/candidate-ids.server.ts';
import { contactId } from '#lib/importers/contact-id.server.ts';
import { type Kinds, kindsIn } from '#lib/importers/kinds.ts';
import { type Marked, profilesOf } from '#lib/importers/known-contacts.ts';
import { loadKnown, type Remembered } from '#lib/importers/load-known.server.ts';
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
export interface Reading extends Writing, Remembered {
	/** Country of phone numbers without a country code, ISO 3166. */
	country: string | undefined;
	own: OwnKeys;
}

/** Rows of a file, as far as they are understood without looking into the book. */
export interface ReadBatch {
	/** How many rows. */
	length: number;
	kinds: Kinds;
	people: BatchRow[];
	exchanges: ExchangeRow[];
	own: SortedRows['own'];
}

/** What rows tell by themselves. */
export function readBatch(rows: readonly ImportRow[], reading: Reading): ReadBatch {
	const { contacts, exchanges, own } = sortedRows(rows);
	const told = exchanges.map(({ record, file }) => ({
		file,
		line: record.line,
		isToCome: record.kind === 'meeting' && record.startsAt > reading.now.toISOString(),
		exchanges: toldExchanges(record, reading.own)
	}));
	const refused = told.filter((row) => !keeps(row)).map(refusedRow);
	return {
		length: rows.length,
		kinds: kindsIn(rows),
		people: [...batchRows(contacts, reading), ...refused],
		exchanges: told.filter(keeps),
		own
	};
}

/**
 * Writes what a batch tells into the member's book; answers how its rows ended. `meanwhile` is done
 * once the database has been told what to write.
 */
export async function takeBatch(
	trx: Trx,
	batch: ReadBatch,
	reading: Reading,
	meanwhile: () => void
): Promise<Counts> {
	const plan = await plannedFor(trx, batch, reading);
	await writeBatch(trx, plan, reading, meanwhile);
	const news = await writeExchanges(trx, batch.exchanges, reading);
	const ownNews = await writeOwnSide(trx, batch.own, reading);
	const told = batch.exchanges.length + batch.own.length;
	return {
		...plan.counts,
		created: plan.counts.created + news.size + ownNews.size,
		unchanged: plan.counts.unchanged + told - news.size - ownNews.size
	};
}

/** Only finds out again whom rows told of that an earlier run has written. */
export async function recallBatch(trx: Trx, batch: ReadBatch, reading: Reading): Promise<void> {
	await plannedFor(trx, batch, reading);
}

async function plannedFor(trx: Trx, { people: rows }: ReadBatch, reading: Reading) {
	const people = rows.flatMap((row) => (row.kind === 'person' ? [row.person] : []));
	for (const name of await namesTypedSince(trx, reading.book, reading.now)) reading.bare.add(name);
	const known = await loadKnown(trx, reading.book, people, reading);
	const plan = planBatch(rows, known, (line) => contactId(reading.now, line));
	for (const id of plan.told) reading.told.add(id);
	for (const contact of [...plan.created, ...plan.updated])
		if (profilesOf(contact).length === 0) reading.bare.add(contact.fullName);
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
