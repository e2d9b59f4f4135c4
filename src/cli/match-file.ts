import { readFile } from 'node:fs/promises';
import { cellsOfLine } from '#lib/importers/csv-cells.ts';
import { csvReader, type CsvRow, type CsvShape } from '#lib/importers/csv-reader.ts';
import { decodeText } from '#lib/importers/decode.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { columnsOf, type FileField, idOf, recordOf } from './match-columns.ts';

/** A file to match. Of its rows only what is named here is kept; records are made anew each time. */
export interface MatchFile {
	header: string[];
	/** Of each record, the id that the file gives it; often the same, and not always its own. */
	ids: string[];
	/** Lines of rows that could not be read. */
	refused: number[];
	/** Every record, in the order of rows, with an id of its own. */
	records: () => Generator<MatchRecord>;
	/** The cells of one column, a row each. */
	cells: (column: string) => string[];
}

/** Reads a CSV whose first line names the columns, whatever separates them and whatever wrote it. */
export async function readMatchFile(
	path: string,
	mapped: ReadonlyMap<FileField, string>
): Promise<MatchFile> {
	const pieces = await Array.fromAsync(decodeText([await readFile(path)]));
	const text = pieces.join('').replace(/\r\n?/g, '\n');
	const [first = ''] = text.split('\n', 1);
	const delimiter = delimiterOf(first);
	const header = cellsOfLine(first, delimiter).map(clean);
	const shape = { delimiter, fewest: 1, most: header.length, firstLine: 2, longest: 1_000_000 };
	const rows = () => rowsOf(text.slice(first.length + 1), shape);
	const columns = columnsOf(header, mapped);
	const ids: string[] = [];
	const refused: number[] = [];
	for (const row of rows())
		if (row.kind !== 'cells') refused.push(row.line);
		else ids.push(idOf(row.cells.map(clean), columns) || String(ids.length + 1));
	const areOwn = new Set(ids).size === ids.length;
	return {
		header,
		ids,
		refused,
		*records() {
			let at = 0;
			for (const cells of cellsOf(rows())) {
				const id = areOwn ? (ids[at] ?? '') : `${ids[at]}#${at}`;
				at += 1;
				yield { ...recordOf(cells, columns), id };
			}
		},
		cells: (column) => {
			const at = header.indexOf(column);
			return Array.from(cellsOf(rows()), (cells) => cells[at] ?? '');
		}
	};
}

/** How much of the file is taken apart at once. */
const pieceLength = 2 ** 18;

function* rowsOf(text: string, shape: CsvShape): Generator<CsvRow> {
	const reader = csvReader(shape);
	for (let at = 0; at < text.length; at += pieceLength)
		yield* reader.read(text.slice(at, at + pieceLength));
	yield* reader.end();
}

function* cellsOf(rows: Iterable<CsvRow>): Generator<string[]> {
	for (const row of rows) if (row.kind === 'cells') yield row.cells.map(clean);
}

function delimiterOf(line: string): string {
	const counted = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }));
	return counted.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ',';
}

function clean(cell: string): string {
	return cell.trim();
}
