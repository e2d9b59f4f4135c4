import { excerptOf } from '#lib/importers/cell.ts';
import { readCells, type CellsResult } from '#lib/importers/csv-cells.ts';
import { plainRows } from '#lib/importers/csv-plain-row.ts';
import type { RefusalReason, RefusedRow } from '#lib/importers/record.ts';

export interface CsvShape {
	delimiter: string;
	/** Cells that a row must have, and may have; empty ones beyond are dropped. */
	fewest: number;
	most: number;
	/** Line of the file at which reading begins. */
	firstLine: number;
	/** Characters in a row: how much an unclosed quotation mark may hold before it is given up. */
	longest: number;
}

export type CsvRow = { kind: 'cells'; line: number; cells: string[] } | RefusedRow;

export interface CsvReader {
	/** The rows that are complete with this piece of text (lines ended by \n). */
	read(text: string): CsvRow[];
	/** The rows that only the end of the file completes. */
	end(): CsvRow[];
}

/** What stands at one place of the text. A row that is refused or blank is one line. */
interface Taken {
	content: string[] | RefusalReason | 'blank';
	start: string;
	next: number;
	lines: number;
}

/**
 * Reads CSV in pieces and refuses, never throws. Blank lines are no rows. A row that cannot be read
 * costs its own first line only: reading goes on at the next line, whatever the row seemed to span.
 * How the text is cut into pieces makes no difference.
 */
export function csvReader(shape: CsvShape): CsvReader {
	let rest = '';
	let line = shape.firstLine;
	let skipping = false;
	const plain = plainRows(shape);

	function skipToNextLine(text: string): number {
		const newline = text.indexOf('\n');
		skipping = newline === -1;
		return skipping ? text.length : newline + 1;
	}

	function drain(text: string, from: number, whole: boolean): CsvRow[] {
		const rows: CsvRow[] = [];
		let at = skipping ? skipToNextLine(text) : from;
		while (at < text.length) {
			if (plain.take(text, at)) {
				const { cells, next } = plain.row;
				if (cells.length >= shape.fewest) {
					rows.push({ kind: 'cells', line, cells });
					line += 1;
					at = next;
					continue;
				}
			}
			const taken = takeRow(text, at, shape, whole);
			if (!taken) break;
			if (taken.content !== 'blank') rows.push(rowOf(taken.content, line, taken.start));
			line += taken.lines;
			at = taken.next;
			skipping = at > text.length;
		}
		rest = text.slice(at);
		return rows;
	}

	return {
		// The row that was cut is completed by itself: to join all of the text to it would copy it.
		read(text) {
			const end = text.indexOf('\n') + 1;
			const rows = drain(rest + text.slice(0, end), 0, false);
			return rows.concat(
				rest === '' ? drain(text, end, false) : drain(rest + text.slice(end), 0, false)
			);
		},
		end: () => drain(rest, 0, true)
	};
}

function rowOf(content: string[] | RefusalReason, line: number, start: string): CsvRow {
	if (typeof content !== 'string') return { kind: 'cells', line, cells: content };
	return { kind: 'refused', line, reason: content, excerpt: excerptOf(start) };
}

/** The row at `at`, or undefined while its end may still come. */
function takeRow(text: string, at: number, shape: CsvShape, whole: boolean): Taken | undefined {
	const newline = text.indexOf('\n', at);
	const end = newline === -1 ? text.length : newline;
	const start = text.slice(at, end);
	const one = { start, next: end + 1, lines: 1 };
	if (start.length > shape.longest) {
		return { ...one, start: start.slice(0, shape.longest), content: 'too_long' };
	}
	if (newline === -1 && !whole) return undefined;
	if (start.includes('"')) return takeQuoted(text, at, shape, whole, one);
	return { ...one, content: plainCells(start, shape) };
}

function plainCells(start: string, shape: CsvShape): Taken['content'] {
	if (/^ *$/.test(start)) return 'blank';
	const cells = start.split(shape.delimiter);
	const extra = cells.length > shape.most ? cells.splice(shape.most) : [];
	const fits = cells.length >= shape.fewest && extra.every((cell) => cell === '');
	return fits ? cells : 'wrong_columns';
}

function takeQuoted(
	text: string,
	at: number,
	shape: CsvShape,
	whole: boolean,
	one: Omit<Taken, 'content'>
): Taken | undefined {
	const window = text.slice(at, at + shape.longest);
	const more = at + shape.longest < text.length;
	const result = readCells(window, 0, shape, whole && !more);
	if (result.outcome === 'cells' && result.cells.length >= shape.fewest) {
		const lines = window.slice(0, result.next - 1).split('\n').length;
		return { content: result.cells, start: one.start, next: at + result.next, lines };
	}
	if (result.outcome === 'unfinished' && !whole && !more) return undefined;
	return { ...one, content: reasonOf(result.outcome) };
}

function reasonOf(outcome: CellsResult['outcome']): RefusalReason {
	return outcome === 'unfinished' || outcome === 'stray_quote' ? 'stray_quote' : 'wrong_columns';
}
