import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { cardReaders } from './card-readers.ts';
import { cardsFile } from './cards-file.ts';
import { connectionsCsv, connectionsPieces } from './connections-csv.ts';
import { csvReaders } from './csv-readers.ts';
import { type Imported, openDatabaseImport } from './database-import.ts';
import { benchMailbox } from './mailbox.ts';
import { measure, median, print, type Taken } from './measure.ts';

const [part = 'all', ...rest] = process.argv.slice(2);
const pieceBytes = 65_536;

/** Each can be run by itself; without a name all are, one after the other. */
const parts: Record<string, () => Promise<void>> = {
	tables: async () => {
		await benchTable(30_000, 9);
		await benchLongTable(1_000_000, 3);
	},
	cards: () => benchCards(10_000, 9),
	database: () => benchDatabase(30_000, 3),
	// In a process of its own, for its memory is measured.
	mailbox: async () => again('mailbox-here', rest[0] ?? '500'),
	'mailbox-here': () => benchMailbox(Number(rest[0])),
	memory: () => printMemory(rest[0] ?? '', rest[1] ?? '')
};

async function benchTable(rows: number, rounds: number): Promise<void> {
	console.log(`\nConnections.csv of ${rows} rows, from memory`);
	const chunks = pieces(new TextEncoder().encode(connectionsCsv(rows)), pieceBytes);
	printTables(await measure(csvReaders, () => chunks, rounds), rows);
}

/** All beside the whole of our work; then, beside our part of it, those who do no more than take cells apart. */
function printTables(taken: readonly Taken[], rows: number): void {
	print(taken, rows, 'rows');
	console.log('  of these, the same work: arrays of cells');
	print(
		taken.filter(({ gives }) => gives === 'arrays of cells'),
		rows,
		'rows'
	);
}

/** From a disk, and once more each in a process of its own for its memory. */
async function benchLongTable(rows: number, rounds: number): Promise<void> {
	console.log(`\nConnections.csv of ${rows} rows, from a file`);
	const folder = mkdtempSync(join(tmpdir(), 'entremise-bench-'));
	const file = join(folder, 'Connections.csv');
	try {
		await pipeline(connectionsPieces(rows), createWriteStream(file));
		const open = () => createReadStream(file, { highWaterMark: pieceBytes });
		printTables(await measure(csvReaders, open, rounds), rows);
		for (const { name } of csvReaders) again('memory', name, file);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function printMemory(reader: string, file: string): Promise<void> {
	const found = csvReaders.find(({ name }) => name === reader);
	if (!found) throw new Error(`There is no reader ${reader}`);
	const before = process.memoryUsage.rss();
	await found.work(createReadStream(file, { highWaterMark: pieceBytes }));
	const peak = process.resourceUsage().maxRSS * 1024 - before;
	console.log(`  ${reader.padEnd(24)} ${Math.round(peak / 1_000_000)} MB above rest`);
}

async function benchCards(people: number, rounds: number): Promise<void> {
	console.log(`\n${people} address cards`);
	const bytes = new TextEncoder().encode(cardsFile(people));
	print(await measure(cardReaders, () => bytes, rounds), people, 'cards');
}

async function benchDatabase(rows: number, rounds: number): Promise<void> {
	console.log(`\nConnections.csv of ${rows} rows into the database`);
	const content = new TextEncoder().encode(connectionsCsv(rows));
	const database = await openDatabaseImport();
	try {
		const taken: Imported[] = [];
		for (let round = 0; round <= rounds; round += 1) {
			const imported = await database.take(content);
			if (imported.rows !== rows) throw new Error(`${imported.rows} contacts came of it`);
			if (round > 0) taken.push(imported);
		}
		const listed = median(taken.map((one) => one.listed));
		const matched = median(taken.map((one) => one.matched));
		console.log(`  listed after ${listed.toFixed(1)} s, ${Math.round(rows / listed)} rows/s`);
		console.log(`  matched after ${matched.toFixed(1)} s, ${Math.round(rows / matched)} rows/s`);
	} finally {
		await database.close();
	}
}

/** With room for young values as in a small machine: else V8 lets them grow as it pleases. */
function again(...words: string[]): void {
	const command = ['--max-semi-space-size=16', fileURLToPath(import.meta.url), ...words];
	const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
	if (status !== 0) throw new Error(`${words.join(' ')} failed`);
}

function pieces(bytes: Uint8Array, size: number): Uint8Array[] {
	const count = Math.ceil(bytes.length / size);
	return Array.from({ length: count }, (_, index) =>
		bytes.subarray(index * size, (index + 1) * size)
	);
}

const chosen = part === 'all' ? ['tables', 'cards', 'database', 'mailbox'] : [part];
for (const name of chosen) {
	const run = parts[name];
	if (!run) throw new Error(`Say which part: ${Object.keys(parts).join(', ')}.`);
	await run();
}
