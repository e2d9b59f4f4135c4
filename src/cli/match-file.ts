import { readFile } from 'node:fs/promises';
import { cellsOfLine } from '#lib/importers/csv-cells.ts';
import { csvReader } from '#lib/importers/csv-reader.ts';
import { decodeText } from '#lib/importers/decode.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { columnsOf, type FileColumns, type FileField, recordOf } from './match-columns.ts';

/** A file to match, as records; every record's id is its own. */
export interface MatchFile {
	header: string[];
	columns: FileColumns;
	records: MatchRecord[];
	/** Of each record, the id that the file gives it; often the same, and not always its own. */
	ids: string[];
	rows: string[][];
	/** Lines of rows that could not be read. */
	refused: number[];
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
	const header = cellsOfLine(first, delimiter).map((cell) => cell.trim());
	const shape = { delimiter, fewest: 1, most: header.length, firstLine: 2, longest: 1_000_000 };
	const reader = csvReader(shape);
	const read = [...reader.read(text.slice(first.length + 1)), ...reader.end()];
	const rows = read.flatMap((row) => (row.kind === 'cells' ? [row.cells.map(clean)] : []));
	const columns = columnsOf(header, mapped);
	const told = rows.map((cells, at) => recordOf(cells, columns, String(at + 1)));
	return {
		header,
		columns,
		records: withOwnIds(told),
		ids: told.map(({ id }) => id),
		rows,
		refused: read.flatMap((row) => (row.kind === 'cells' ? [] : [row.line]))
	};
}

function delimiterOf(line: string): string {
	const counted = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }));
	return counted.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ',';
}

function clean(cell: string): string {
	return cell.trim();
}

function withOwnIds(records: MatchRecord[]): MatchRecord[] {
	const seen = new Set(records.map(({ id }) => id));
	if (seen.size === records.length) return records;
	return records.map((record, at) => ({ ...record, id: `${record.id}#${at}` }));
}
