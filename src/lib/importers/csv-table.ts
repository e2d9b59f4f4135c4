import { slashOrderOf } from '#lib/importers/calendar-day.ts';
import { cleanCell } from '#lib/importers/cell.ts';
import { findHeader, type CsvHeader, type HeaderNames } from '#lib/importers/csv-header.ts';
import { oneByOne } from '#lib/importers/csv-one-by-one.ts';
import { csvReader, type CsvRow, type CsvShape } from '#lib/importers/csv-reader.ts';
import { TableRow } from '#lib/importers/csv-table-row.ts';
import type { FormatName, ImportFormat, ImportRow, TextChunks } from '#lib/importers/record.ts';
import { takeHead } from '#lib/importers/text-head.ts';
import { unixLines, unixText } from '#lib/importers/text-lines.ts';

/** One kind of table: how its header is known, and what a row of it tells. */
export interface Table<Field extends string> extends HeaderNames<Field> {
	format: FormatName;
	/** In characters; several times what such a row may hold. */
	longestRow: number;
	/** Whose dates tell how the file writes 7/4/2023. */
	dates?: Field;
	/** Rows hold what was written to somebody: no refused one shows how it begins. */
	confidential?: boolean;
	/** Asked of each row; it is the same object each time, with other cells. */
	read(row: TableRow, at: Readonly<Record<Field, number>>, fileName: string): ImportRow;
}

/** The format that reads such a table, as exported or as saved again by a spreadsheet. */
export function tableFormat<Field extends string>(table: Table<Field>): ImportFormat {
	return {
		format: table.format,
		recognise: (head) => findHeader(unixText(head), table) !== undefined,
		rows: (chunks, fileName = '') => oneByOne(batchesOf(table, chunks, fileName))
	};
}

async function* batchesOf<Field extends string>(
	table: Table<Field>,
	chunks: TextChunks,
	fileName: string
): AsyncGenerator<ImportRow[]> {
	const { head, rest } = await takeHead(unixLines(chunks));
	const header = findHeader(head, table);
	if (!header) {
		yield [{ kind: 'refused', line: 1, reason: 'no_header', excerpt: '' }];
		return;
	}
	const reader = csvReader(shapeOf(header, table.longestRow));
	const first = reader.read(head.slice(header.rowsAt));
	const row = new TableRow(header, slashOrderOf(datesIn(first, header.at, table.dates)));
	const imported = (one: CsvRow): ImportRow => {
		const read = one.kind === 'cells' ? readRow(row, one, header, table, fileName) : one;
		if (read.kind === 'refused' && table.confidential) read.excerpt = '';
		return read;
	};
	yield first.map(imported);
	for await (const text of rest) yield reader.read(text).map(imported);
	yield reader.end().map(imported);
}

function readRow<Field extends string>(
	row: TableRow,
	{ cells, line }: Extract<CsvRow, { kind: 'cells' }>,
	header: CsvHeader<Field>,
	table: Table<Field>,
	fileName: string
): ImportRow {
	row.begin(cells, line);
	const repeated =
		cells[0] === header.cells[0] && cells.every((cell, at) => cell === header.cells[at]);
	return repeated ? row.refused('repeated_header') : table.read(row, header.at, fileName);
}

/** Columns without a name at the end of the header may be there in a row or not. */
function shapeOf(header: CsvHeader<string>, longest: number): CsvShape {
	const fewest = header.cells.findLastIndex((cell) => cleanCell(cell) !== '') + 1;
	const { delimiter, cells, line } = header;
	return { delimiter, fewest, most: cells.length, firstLine: line + 1, longest };
}

function* datesIn<Field extends string>(
	rows: readonly CsvRow[],
	at: Readonly<Record<Field, number>>,
	field: Field | undefined
): Generator<string> {
	const column = field === undefined ? -1 : at[field];
	for (const row of rows) if (row.kind === 'cells') yield row.cells[column] ?? '';
}
