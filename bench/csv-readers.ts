import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { inBatches } from '../src/lib/importers/csv-one-by-one.ts';
import { csvReader, type CsvRow } from '../src/lib/importers/csv-reader.ts';
import { decodeText } from '../src/lib/importers/decode.ts';
import { linkedinConnections } from '../src/lib/importers/linkedin-connections.ts';
import type { ImportRow } from '../src/lib/importers/record.ts';
import { headerLine } from './connections-csv.ts';
import type { Answer, Contender } from './measure.ts';

type Bytes = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Rows, and the letters of names and companies: the same however rows are represented. */
class Tally {
	readonly answer = { rows: 0, names: 0, companies: 0, dated: 0 };

	add(letters: number, company = '', connectedOn = ''): void {
		this.answer.rows += 1;
		this.answer.names += letters;
		this.answer.companies += company.length;
		if (connectedOn !== '') this.answer.dated += 1;
	}
}

/** Ours first. The others only take cells apart; that is told of each. */
export const csvReaders: readonly Contender<Bytes>[] = [
	{ name: 'entremise', gives: 'normalised records', work: ours },
	{ name: 'entremise, bare', gives: 'arrays of cells', work: oursBare },
	{ name: 'papaparse', gives: 'objects of cells', work: (bytes) => papaparse(bytes, true) },
	{ name: 'papaparse, bare', gives: 'arrays of cells', work: (bytes) => papaparse(bytes, false) },
	{ name: 'csv-parse', gives: 'arrays of cells', work: csvParse },
	{ name: 'udsv', gives: 'objects of cells', work: udsvObjects },
	{ name: 'udsv, bare', gives: 'arrays of cells', work: udsvRows },
	{ name: 'udsv, text at once', gives: 'objects of cells', work: udsvAtOnce }
];

async function ours(bytes: Bytes): Promise<Answer> {
	const tally = new Tally();
	for await (const rows of inBatches(linkedinConnections.rows(decodeText(bytes)))) {
		for (const row of rows) addRow(tally, row);
	}
	return tally.answer;
}

function addRow(tally: Tally, row: ImportRow): void {
	if (row.kind === 'refused') throw new Error(`Line ${row.line} was refused: ${row.reason}`);
	if (row.record.kind !== 'contact') throw new Error(`Line ${row.record.line} is no contact`);
	const { fullName, nameAsWritten = fullName, company, connectedOn } = row.record;
	tally.add(nameAsWritten.length - 1, company, connectedOn);
}

/** The table reader alone, for the work that the others do. */
async function oursBare(bytes: Bytes): Promise<Answer> {
	const tally = new Tally();
	const reader = csvReader({ delimiter: ',', fewest: 7, most: 7, firstLine: 1, longest: 16_384 });
	let begun = false;
	for await (const text of decodeText(bytes)) {
		const table = begun ? text : text.slice(text.indexOf('\n', text.indexOf('First Name,')) + 1);
		begun = true;
		addCells(tally, reader.read(table));
	}
	addCells(tally, reader.end());
	return tally.answer;
}

function addCells(tally: Tally, rows: readonly CsvRow[]): void {
	for (const row of rows) {
		if (row.kind === 'refused') throw new Error(`Line ${row.line} was refused: ${row.reason}`);
		count(tally, row.cells);
	}
}

async function papaparse(bytes: Bytes, header: boolean): Promise<Answer> {
	const tally = new Tally();
	const text = Readable.from(texts(bytes));
	await new Promise<void>((resolve, reject) => {
		Papa.parse<unknown>(text, {
			header,
			skipFirstNLines: header ? headerLine - 1 : headerLine,
			skipEmptyLines: true,
			chunk: ({ data }) => {
				for (const row of data) count(tally, row);
			},
			complete: () => resolve(),
			error: reject
		});
	});
	return tally.answer;
}

/** Told where the header is: rows of uneven length cost this parser most of its speed. */
async function csvParse(bytes: Bytes): Promise<Answer> {
	const tally = new Tally();
	const parser = Readable.from(bytes).pipe(parse({ from_line: headerLine + 1 }));
	parser.on('data', (cells: unknown) => count(tally, cells));
	await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
	return tally.answer;
}

async function udsvObjects(bytes: Bytes): Promise<Answer> {
	const tally = new Tally();
	await feedUdsv(bytes, (parser, text) =>
		parser.chunk<Record<string, string>>(text, parser.stringObjs, (row) => count(tally, row))
	);
	return tally.answer;
}

async function udsvRows(bytes: Bytes): Promise<Answer> {
	const tally = new Tally();
	await feedUdsv(bytes, (parser, text) =>
		parser.chunk<string[]>(text, parser.stringArrs, (row) => count(tally, row))
	);
	return tally.answer;
}

async function udsvAtOnce(bytes: Bytes): Promise<Answer> {
	const tally = new Tally();
	const text = (await Array.fromAsync(texts(bytes))).join('');
	const table = text.slice(text.indexOf('First Name,'));
	for (const row of initParser(inferSchema(table)).stringObjs(table)) count(tally, row);
	return tally.answer;
}

type UdsvParser = ReturnType<typeof initParser>;

async function feedUdsv(bytes: Bytes, feed: (parser: UdsvParser, text: string) => void) {
	let parser: UdsvParser | undefined;
	for await (const text of texts(bytes)) {
		const table = parser ? text : text.slice(text.indexOf('First Name,'));
		parser ??= initParser(inferSchema(table));
		feed(parser, table);
	}
	parser?.end();
}

async function* texts(bytes: Bytes): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
}

function count(tally: Tally, row: unknown): void {
	if (Array.isArray(row)) tally.add(row[0].length + row[1].length, row[4], row[6]);
	else if (isObject(row)) {
		const { 'First Name': given = '', 'Last Name': family = '' } = row;
		tally.add(given.length + family.length, row['Company'], row['Connected On']);
	}
}

function isObject(row: unknown): row is Record<string, string> {
	return typeof row === 'object' && row !== null;
}
