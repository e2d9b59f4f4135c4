import { slashOrderOf, type SlashOrder } from '#lib/importers/calendar-day.ts';
import { cleanCell } from '#lib/importers/cell.ts';
import { findConnectionHeader, type ConnectionHeader } from '#lib/importers/connection-columns.ts';
import { readConnection } from '#lib/importers/connection-record.ts';
import { csvReader, type CsvRow, type CsvShape } from '#lib/importers/csv-reader.ts';
import type { ImportFormat, ImportRow, TextChunks } from '#lib/importers/record.ts';
import { takeHead } from '#lib/importers/text-head.ts';
import { unixLines, unixText } from '#lib/importers/text-lines.ts';

/** In characters, several times what LinkedIn grants. */
const longestRow = 16_384;

/** LinkedIn's Connections.csv of any year, as exported or as saved again by a spreadsheet. */
export const linkedinConnections: ImportFormat = {
	format: 'linkedin-connections',
	recognise: (head) => findConnectionHeader(unixText(head)) !== undefined,
	rows
};

async function* rows(chunks: TextChunks): AsyncGenerator<ImportRow> {
	const { head, rest } = await takeHead(unixLines(chunks));
	const header = findConnectionHeader(head);
	if (!header) {
		yield { kind: 'refused', line: 1, reason: 'no_header', excerpt: '' };
		return;
	}
	const reader = csvReader(shapeOf(header));
	const first = reader.read(head.slice(header.rowsAt));
	const order = slashOrderOf(datesIn(first, header));
	const imported = (row: CsvRow) => importRow(row, header, order);
	for (const row of first) yield imported(row);
	for await (const text of rest) for (const row of reader.read(text)) yield imported(row);
	for (const row of reader.end()) yield imported(row);
}

/** Columns without a name at the end of the header may be there in a row or not. */
function shapeOf(header: ConnectionHeader): CsvShape {
	const named = header.cells.findLastIndex((cell) => cleanCell(cell) !== '') + 1;
	return {
		delimiter: header.delimiter,
		fewest: named,
		most: header.cells.length,
		firstLine: header.line + 1,
		longest: longestRow
	};
}

function* datesIn(csvRows: readonly CsvRow[], header: ConnectionHeader): Generator<string> {
	const column = header.columns.get('connectedOn') ?? -1;
	for (const row of csvRows) if (row.kind === 'cells') yield row.cells[column] ?? '';
}

function importRow(row: CsvRow, header: ConnectionHeader, order: SlashOrder): ImportRow {
	return row.kind === 'cells' ? readConnection(row.cells, row.line, header, order) : row;
}
