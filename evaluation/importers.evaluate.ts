import { createReadStream, globSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { openImport } from '../src/lib/importers/formats.ts';
import type { ImportRow } from '../src/lib/importers/record.ts';

const {
	values: { data }
} = parseArgs({ options: { data: { type: 'string' } } });
if (!data) {
	console.error('Say where files are: npm run evaluate -- importers --data FOLDER');
	process.exit(2);
}

/** What became of one file, or of all files of a format. */
interface Outcome {
	files: number;
	rows: number;
	/** How many of which kind; refused ones by their reason. */
	records: Map<string, number>;
	refused: Map<string, number>;
}

/** Reads every file below a folder, changes nothing, and prints what each one told. */
async function evaluate(folder: string): Promise<void> {
	const formats = new Map<string, Outcome>();
	const misses: string[] = [];
	for (const file of filesIn(folder)) {
		const { format, outcome, missing } = await read(file);
		const name = relative(folder, file) || basename(file);
		print(`${format.padEnd(22)} ${name}`, outcome);
		if (missing.length > 0) misses.push(`${name}: ${missing.join(', ')}`);
		formats.set(format, sum(formats.get(format) ?? nothing(), outcome));
	}
	console.log('\nBy format');
	for (const [format, outcome] of [...formats].toSorted())
		print(`${format.padEnd(22)} ${outcome.files} files`, outcome);
	console.log(`\nFiles whose rows do not add up: ${misses.length}`);
	for (const miss of misses) console.log(`  ${miss}`);
	if (misses.length > 0) process.exitCode = 1;
}

function filesIn(path: string): string[] {
	if (statSync(path).isFile()) return [path];
	return globSync('**/*', { cwd: path })
		.toSorted()
		.map((name) => join(path, name))
		.filter((file) => statSync(file).isFile());
}

async function read(file: string) {
	const outcome = { ...nothing(), files: 1 };
	const opened = await openImport(createReadStream(file), basename(file));
	if (!opened.ok) return { format: `– ${opened.refusal}`, outcome, missing: [] };
	const lines = new Set<string>();
	const missing: string[] = [];
	for await (const row of opened.rows) {
		outcome.rows += 1;
		if (row.kind === 'record') add(outcome.records, row.record.kind);
		else add(outcome.refused, row.reason);
		// Only the times of a meeting that comes back share a line.
		const place = placeOf(row);
		const isMeeting = row.kind === 'record' && row.record.kind === 'meeting';
		if (lines.has(place) && !isMeeting) missing.push(`twice on ${place}`);
		lines.add(place);
	}
	for (const note of opened.notes) add(outcome.refused, `${note.kind} ${note.reason}`);
	return { format: opened.format, outcome, missing };
}

function placeOf(row: ImportRow): string {
	const line = row.kind === 'record' ? row.record.line : row.line;
	return row.file === undefined ? `line ${line}` : `line ${line} of ${row.file}`;
}

function nothing(): Outcome {
	return { files: 0, rows: 0, records: new Map(), refused: new Map() };
}

function sum(one: Outcome, other: Outcome): Outcome {
	for (const [kind, count] of other.records) add(one.records, kind, count);
	for (const [reason, count] of other.refused) add(one.refused, reason, count);
	return { ...one, files: one.files + other.files, rows: one.rows + other.rows };
}

function add(counts: Map<string, number>, key: string, count = 1): void {
	counts.set(key, (counts.get(key) ?? 0) + count);
}

function print(what: string, { rows, records, refused }: Outcome): void {
	const told = [listed(records), refused.size > 0 ? `refused: ${listed(refused)}` : ''];
	const text = told.filter(Boolean).join('; ');
	console.log(`${what.padEnd(78)} ${String(rows).padStart(6)} rows  ${text}`);
}

function listed(counts: ReadonlyMap<string, number>): string {
	return [...counts].map(([key, count]) => `${count} ${key}`).join(', ');
}

await evaluate(data);
