import { guessColumns, isHeaderRow, isUnlike } from '#lib/importers/guess-columns.ts';
import { areOfPeople, headerKey, type Mapping } from '#lib/importers/mapped-mapping.ts';
import {
	firstRows,
	mappedRows,
	placeAfter,
	type MappedTable
} from '#lib/importers/mapped-table.ts';
import type { ImportFormat } from '#lib/importers/record.ts';
import { unixText } from '#lib/importers/text-lines.ts';

/** What a screen needs to let somebody say which column holds what. */
export interface SeenTable {
	/** The names of the columns; absent where the table has none. */
	header?: string[];
	/** The first rows below. */
	sampleRows: string[][];
	/** What the columns seem to hold. */
	guess: Mapping;
	/** Under which the mapping is remembered. */
	key: string;
}

/** Any table of people as CSV: what its columns hold is guessed. Recognised last of all. */
export const csvContacts: ImportFormat = {
	format: 'csv-contacts',
	recognise: (head) => seeTable(head) !== undefined,
	rows: (chunks) => mappedRows(chunks, tableIn)
};

/** The same for a table of which somebody has said what its columns hold. */
export function mappedContacts(mapping: Mapping): ImportFormat {
	return {
		...csvContacts,
		rows: (chunks) => mappedRows(chunks, (head) => tableOf(head, layoutIn(head), mapping))
	};
}

/** Characters in which a table is looked for. */
const lookedAt = 65_536;

/** The table at the beginning of a text, if it is one and somebody can be named by it. */
export function seeTable(head: string): SeenTable | undefined {
	const seen = lookAt(unixText(head.slice(0, lookedAt)));
	if (!seen || !areOfPeople(seen.guess)) return undefined;
	const { first, named, sampleRows, guess } = seen;
	const header = named ? first.cells : undefined;
	const key = headerKey(header, guess.fields.length);
	return { ...(header ? { header } : {}), sampleRows: sampleRows.slice(0, 10), guess, key };
}

interface Layout {
	delimiter: string;
	/** The row that names the columns, or the one that would if somebody says that one does. */
	first: { cells: string[]; line: number };
	named: boolean;
	/** Cells of most rows. */
	columns: number;
	/** Whether nearly all rows have as many. */
	even: boolean;
	sampleRows: string[][];
}

function lookAt(head: string): (Layout & { guess: Mapping }) | undefined {
	const layouts = delimiters.flatMap((delimiter) => {
		const layout = layoutOf(head, delimiter);
		return layout && layout.columns > 1 && layout.even ? [layout] : [];
	});
	const best = widest(layouts) ?? listOf(head);
	if (!best) return undefined;
	const header = best.named ? best.first.cells : undefined;
	return { ...best, guess: guessColumns(header, best.sampleRows) };
}

const delimiters = [',', ';', '\t', '|'];

/** The best there is, where somebody says that it is a table. */
function layoutIn(head: string): Layout {
	const layouts = delimiters.map((delimiter) => layoutOf(head, delimiter));
	return lookAt(head) ?? widest(layouts) ?? layoutOf(head, ',');
}

function widest(layouts: readonly Layout[]): Layout | undefined {
	return layouts.toSorted((one, other) => other.columns - one.columns)[0];
}

/** The rows that one delimiter makes. */
function layoutOf(head: string, delimiter: string): Layout {
	const rows = firstRows(head, delimiter);
	const columns = mostFrequent(rows.map(({ cells }) => cells.length));
	const from = rows.findIndex(({ cells }) => cells.length === columns);
	const table = rows.slice(from);
	const fitting = table.filter(({ cells }) => cells.length === columns).length;
	const even = fitting >= table.length * 0.7;
	const headerAt = headerIn(table.map(({ cells }) => cells));
	const first = table[Math.max(0, headerAt)] ?? { cells: [], line: 1 };
	const sampleRows = table.slice(headerAt + 1, headerAt + 41).map(({ cells }) => cells);
	return { delimiter, first, named: headerAt !== -1, columns, even, sampleRows };
}

/** The row that names the columns by words that are known, or the first where it is unlike the rest. */
function headerIn(rows: readonly string[][]): number {
	const known = rows.slice(0, 5).findIndex(isHeaderRow);
	return known === -1 && isUnlike(rows[0] ?? [], rows.slice(1)) ? 0 : known;
}

/** Addresses alone, one a line. */
function listOf(head: string): Layout | undefined {
	const rows = firstRows(head, '\t');
	const first = rows[0] ?? { cells: [], line: 1 };
	const named = isHeaderRow(first.cells);
	const sampleRows = rows.slice(named ? 1 : 0).map(({ cells }) => cells);
	const layout = { delimiter: '\t', first, named, columns: 1, even: true, sampleRows };
	return guessColumns(undefined, sampleRows).fields[0] === 'email' ? layout : undefined;
}

function mostFrequent(counts: readonly number[]): number {
	const times = new Map<number, number>();
	for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
	return [...times].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

function tableIn(head: string): MappedTable | undefined {
	const seen = lookAt(head);
	return seen && tableOf(head, seen, seen.guess);
}

function tableOf(head: string, { delimiter, first }: Layout, mapping: Mapping): MappedTable {
	const table = { delimiter, fields: mapping.fields, fewest: 1, rowsAt: 0, firstLine: 1 };
	if (!mapping.header) return table;
	return { ...table, header: first.cells, ...placeAfter(head, first.line, delimiter) };
}
