import { slashOrderOf } from '#lib/importers/calendar-day.ts';
import { cleanCell } from '#lib/importers/cell.ts';
import { readCells } from '#lib/importers/csv-cells.ts';
import { csvReader, type CsvRow } from '#lib/importers/csv-reader.ts';
import { readMapped, type MappedColumns } from '#lib/importers/mapped-row.ts';
import type { ImportRow, TextChunks } from '#lib/importers/record.ts';
import { takeHead } from '#lib/importers/text-head.ts';
import { unixLines } from '#lib/importers/text-lines.ts';

/** In characters; an address book has notes of any length. */
const longestRow = 65_536;

/** How a table lies in its file, and what its columns hold. */
export interface MappedTable extends Pick<MappedColumns, 'fields' | 'labels' | 'delimiter'> {
	/** The row that names the columns; absent where there is none. */
	header?: readonly string[];
	/** The index in the text, and the line from 1, at which the rows begin. */
	rowsAt: number;
	firstLine: number;
	/** Cells that a row must have. */
	fewest: number;
}

/** Reads the rows of a table that `find` finds at the beginning of the text. */
export async function* mappedRows(
	chunks: TextChunks,
	find: (head: string) => MappedTable | undefined
): AsyncGenerator<ImportRow> {
	const { head, rest } = await takeHead(unixLines(chunks));
	const table = find(head);
	if (!table) {
		yield { kind: 'refused', line: 1, reason: 'no_header', excerpt: '' };
		return;
	}
	const { delimiter, fewest, firstLine, fields } = table;
	const shape = { delimiter, fewest, firstLine, most: fields.length, longest: longestRow };
	const reader = csvReader(shape);
	const first = reader.read(head.slice(table.rowsAt));
	const columns = { ...table, order: slashOrderOf(datesIn(first, table)) };
	for (const row of first) yield rowOf(row, table, columns);
	for await (const text of rest)
		for (const row of reader.read(text)) yield rowOf(row, table, columns);
	for (const row of reader.end()) yield rowOf(row, table, columns);
}

/** The rows at the beginning of a text, with the line of each: at most `most`. */
export function firstRows(
	head: string,
	delimiter: string,
	most = 60
): { cells: string[]; line: number }[] {
	const reader = csvReader({ delimiter, fewest: 1, most: 500, firstLine: 1, longest: longestRow });
	const rows: { cells: string[]; line: number }[] = [];
	for (const row of [...reader.read(head), ...reader.end()]) {
		if (rows.length === most) break;
		if (row.kind === 'cells') rows.push({ cells: row.cells, line: row.line });
	}
	return rows;
}

/** Where the row after the one on `line` begins, as index in the text and as line. */
export function placeAfter(
	head: string,
	line: number,
	delimiter: string
): { rowsAt: number; firstLine: number } {
	let from = 0;
	for (let count = 1; count < line; count += 1) from = head.indexOf('\n', from) + 1;
	const row = readCells(head, from, { delimiter, most: 500 }, true);
	const rowsAt = row.outcome === 'cells' ? row.next : head.length;
	const lines = head.slice(from, rowsAt - 1).split('\n').length;
	return { rowsAt, firstLine: line + lines };
}

/** How many columns of a header have a name; those after them a row may have or not. */
export function namedColumns(header: readonly string[]): number {
	return header.findLastIndex((cell) => cleanCell(cell) !== '') + 1;
}

function rowOf(row: CsvRow, { header }: MappedTable, columns: MappedColumns): ImportRow {
	if (row.kind === 'refused') return row;
	const read = readMapped(row.cells, row.line, columns);
	const repeated = header !== undefined && row.cells.every((cell, index) => cell === header[index]);
	if (!repeated) return read;
	const excerpt = row.cells.join(columns.delimiter).slice(0, 119);
	return { kind: 'refused', line: row.line, reason: 'repeated_header', excerpt };
}

function* datesIn(rows: readonly CsvRow[], { fields }: MappedTable): Generator<string> {
	const column = fields.indexOf('connectedOn');
	for (const row of rows) if (row.kind === 'cells') yield row.cells[column] ?? '';
}
