import { parse } from 'csv-parse';
import { decodeText } from '../src/lib/importers/decode.ts';
import { linkedinConnections } from '../src/lib/importers/linkedin-connections.ts';
import { openDatabaseImport } from './database-import.ts';
import { connectionsCsv, headerLine } from './connections-csv.ts';

const people = 30_000;
const rounds = 9;

/** What a reader made of the file, to see that all read the same. */
interface Reading {
	rows: number;
	/** Characters in all the names. */
	names: number;
}

interface Runner {
	name: string;
	/** Fewer for a slow one; the first round of each warms up and is not counted. */
	rounds: number;
	read(chunks: readonly Uint8Array[]): Promise<Reading>;
}

/** Measured next to the bare parser in the same run, for a machine's speed says nothing by itself. */
const runners: readonly Runner[] = [
	{ name: 'csv-parse, bare', rounds, read: bareParser },
	{ name: 'our reader, to records', rounds, read: ourReader },
	{ name: 'whole import, to contacts', rounds: 3, read: wholeImport }
];

/** Reads Connections.csv by each runner, in turn, several times; prints the medians. */
async function run(): Promise<void> {
	const chunks = pieces(new TextEncoder().encode(connectionsCsv(people)), 65_536);
	const times = new Map(runners.map(({ name }) => [name, [] as number[]]));
	const readings = new Set<string>();
	for (let round = 0; round <= rounds; round += 1) {
		for (const runner of runners) {
			if (round > runner.rounds) continue;
			const start = performance.now();
			const reading = await runner.read(chunks);
			const elapsed = performance.now() - start;
			readings.add(JSON.stringify(reading));
			if (round > 0) times.get(runner.name)?.push(elapsed);
		}
	}
	if (readings.size !== 1) throw new Error(`The readers disagree: ${[...readings].join(' ')}`);
	print(times, [...readings].join());
}

/** Told where the header is: rows of uneven length cost this parser most of its speed. */
async function bareParser(chunks: readonly Uint8Array[]): Promise<Reading> {
	const parser = parse({ from_line: headerLine + 1 });
	const reading = { rows: 0, names: 0 };
	parser.on('data', (cells: readonly string[]) => {
		reading.rows += 1;
		reading.names += lengthOf(cells[0]) + lengthOf(cells[1]);
	});
	const ended = new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
	for (const chunk of chunks) parser.write(chunk);
	parser.end();
	await ended;
	return reading;
}

async function ourReader(chunks: readonly Uint8Array[]): Promise<Reading> {
	const reading = { rows: 0, names: 0 };
	for await (const row of linkedinConnections.rows(decodeText(chunks))) {
		if (row.kind === 'refused') throw new Error(`Line ${row.line} was refused: ${row.reason}`);
		if (row.record.kind !== 'contact') throw new Error(`Line ${row.record.line} is no contact`);
		reading.rows += 1;
		reading.names += lengthOf(row.record.givenName) + lengthOf(row.record.familyName);
	}
	return reading;
}

async function wholeImport(chunks: readonly Uint8Array[]): Promise<Reading> {
	const { rows, names } = await database.take(Buffer.concat(chunks));
	return { rows, names: Number(names) };
}

function lengthOf(text = ''): number {
	return text.length;
}

function pieces(bytes: Uint8Array, size: number): Uint8Array[] {
	const count = Math.ceil(bytes.length / size);
	return Array.from({ length: count }, (_, index) =>
		bytes.subarray(index * size, (index + 1) * size)
	);
}

function print(times: ReadonlyMap<string, number[]>, reading: string): void {
	console.log(
		`Connections.csv, ${people} rows, medians of interleaved rounds; all read ${reading}`
	);
	const base = median(times.values().next().value ?? []);
	for (const [name, elapsed] of times) {
		const time = median(elapsed);
		const rate = Math.round(people / (time / 1000)).toLocaleString('en');
		const ratio = (base / time).toFixed(2);
		console.log(
			`${name.padEnd(28)} ${rate.padStart(12)} rows/s  ${time.toFixed(0).padStart(6)} ms  x ${ratio}`
		);
	}
}

function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const database = await openDatabaseImport();
try {
	await run();
} finally {
	await database.close();
}
