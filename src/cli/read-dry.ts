import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Asked, Outcome } from './command.ts';
import { type DryRun, dryRun } from '#lib/importers/dry-run.ts';
import type { FileNote } from '#lib/importers/file-refusal.ts';
import { openImport } from '#lib/importers/formats.ts';
import type { FormatName, RefusalReason } from '#lib/importers/record.ts';
import { recordLine } from '#lib/importers/record-line.ts';
import { guessedColumns } from './guessed-columns.ts';
import { type ReadRefusal, refusalOf, sentences } from './import-refusals.ts';
import { Printer } from './printer.ts';

/** What to print of files that are read for nothing but that. */
export interface DryOptions {
	/** One record a line. */
	records: boolean;
	json: boolean;
	/** Of phone numbers without a country code, ISO 3166. */
	country: string | undefined;
	now: Date;
}

/** One file, how it was read. */
interface FileRead {
	file: string;
	format: FormatName | null;
	refusal?: ReadRefusal;
	/** Of an archive. */
	notes?: FileNote[];
	/** Of a table whose columns were guessed. */
	columns?: string[];
}

interface RefusedLine {
	file: string;
	line: number;
	reason: RefusalReason;
}

/** Reads files without keeping anything, and prints what an import of them would count. */
export async function readDry(
	paths: readonly string[],
	options: DryOptions,
	say: Asked['say']
): Promise<Outcome> {
	const printer = new Printer(process.stdout);
	const { country, now } = options;
	const run = dryRun({ now: now.toISOString(), ...(country && { country }) });
	const refused: RefusedLine[] = [];
	const files: FileRead[] = [];
	const names = namesOf(paths);
	for (const [at, path] of paths.entries()) {
		const file = names[at] ?? path;
		files.push(await readFile(path, file, { run, refused, printer, options }));
	}
	if (printer.isClosed) return { ok: true, text: '', lines: [] };
	const summary = { files, run, refused };
	if (options.json) await printSummary(summary, printer);
	await printer.end();
	return outcomeOf(summary, options, say);
}

interface Reading {
	run: DryRun;
	refused: RefusedLine[];
	printer: Printer;
	options: DryOptions;
}

/** What is read before a file breaks is counted and printed. */
async function readFile(path: string, file: string, reading: Reading): Promise<FileRead> {
	let format: FormatName | null = null;
	try {
		const opened = await openImport(createReadStream(path, { highWaterMark: 262_144 }), path);
		if (!opened.ok) return { file, format, refusal: opened.refusal };
		format = opened.format;
		await readRows(opened.rows, file, reading);
		const { notes } = opened;
		const broken = notes.find(({ kind }) => kind === 'broken');
		const columns = format === 'csv-contacts' ? await guessedColumns(path) : undefined;
		return {
			file,
			format,
			...(broken && { refusal: broken.reason }),
			...(notes.length > 0 && { notes }),
			...(columns && { columns })
		};
	} catch (error) {
		return { file, format, refusal: refusalOf(error) };
	}
}

type Rows = Extract<Awaited<ReturnType<typeof openImport>>, { ok: true }>['rows'];

async function readRows(rows: Rows, file: string, { run, refused, printer, options }: Reading) {
	run.begin();
	for await (const row of rows) {
		if (printer.isClosed) return;
		const end = run.take(row);
		const from = row.file ?? file;
		if (typeof end === 'object') {
			const line = row.kind === 'refused' ? row.line : row.record.line;
			refused.push({ file: from, line, reason: end.refused });
		} else if (options.records && row.kind === 'record') {
			const line = recordLine(row.record, from, options.country);
			if (printer.print(`${JSON.stringify(line)}\n`)) await printer.drained();
		}
	}
}

/** By their names alone, unless two have the same. */
function namesOf(paths: readonly string[]): string[] {
	const names = paths.map((path) => basename(path));
	return new Set(names).size === names.length ? names : [...paths];
}

interface Summary {
	files: FileRead[];
	run: DryRun;
	refused: RefusedLine[];
}

async function printSummary({ files, run, refused }: Summary, printer: Printer): Promise<void> {
	const { created, updated, unchanged, refused: refusals } = run.counts();
	const records = created + updated + unchanged;
	const head = {
		format: formatsOf(files) || null,
		rows: records + refusals,
		created,
		updated,
		unchanged,
		records,
		...(firstRefusal(files) && { refusal: firstRefusal(files) }),
		files
	};
	printer.print(`${JSON.stringify(head).slice(0, -1)},"refused":[`);
	for (const [at, one] of refused.entries())
		if (printer.print((at === 0 ? '' : ',') + JSON.stringify(one))) await printer.drained();
	printer.print(']}\n');
}

function formatsOf(files: readonly FileRead[]): string {
	return [...new Set(files.map(({ format }) => format).filter(Boolean))].join(',');
}

function firstRefusal(files: readonly FileRead[]): ReadRefusal | undefined {
	return files.find(({ refusal }) => refusal)?.refusal;
}

function outcomeOf(
	{ files, run, refused }: Summary,
	options: DryOptions,
	say: Asked['say']
): Outcome {
	const broken = files.flatMap(({ file, refusal }) =>
		refusal ? [`${file}: ${sentences[refusal]}`] : []
	);
	const tell = tellOf(files, run, refused);
	const silent = options.json || options.records;
	if (options.records && !options.json) for (const line of tell) say(line);
	if (broken.length > 0) return { ok: false, text: broken.join('\n'), lines: silent ? [] : tell };
	return { ok: true, text: '', lines: silent ? [] : tell };
}

function tellOf(
	files: readonly FileRead[],
	run: DryRun,
	refused: readonly RefusedLine[]
): string[] {
	const { created, updated, unchanged, refused: refusals } = run.counts();
	const rows = created + updated + unchanged + refusals;
	const reasons = Map.groupBy(refused, ({ reason }) => reason);
	return [
		...files.flatMap(({ file, columns }) =>
			columns ? [`${file}: columns guessed as ${columns.join(', ')}.`] : []
		),
		`${formatsOf(files) || 'Nothing readable'}: ${rows} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${refusals} refused.`,
		...[...reasons].map(([reason, lines]) => `  ${reason}: ${lines.length}`)
	];
}
