/** A row's cells and where the next row begins; or why there are none. */
export type CellsResult =
	| { outcome: 'cells'; cells: string[]; next: number }
	/** The text ends before the row does. */
	| { outcome: 'unfinished' }
	| { outcome: 'stray_quote' | 'wrong_columns' };

/**
 * Reads the cells of the row that begins at `from`, in text whose lines end in \n. Quotation marks
 * count only at the beginning of a cell, doubled they stand for themselves, and after the closing
 * one the cell must end. A row has at most `most` cells; empty ones beyond are dropped. With `whole`, the end of the text ends the row.
 */
export function readCells(
	text: string,
	from: number,
	shape: { delimiter: string; most: number },
	whole: boolean
): CellsResult {
	const cells: string[] = [];
	let at = from;
	for (;;) {
		const quoted = text.startsWith('"', at);
		const end = quoted ? closingQuote(text, at + 1) + 1 : plainEnd(text, at, shape.delimiter);
		if (end === 0) return { outcome: 'unfinished' };
		if (end >= text.length && !whole) return { outcome: 'unfinished' };
		const ends = text[end];
		if (ends !== undefined && ends !== '\n' && ends !== shape.delimiter) {
			return { outcome: 'stray_quote' };
		}
		const cell = quoted ? unquote(text.slice(at + 1, end - 1)) : text.slice(at, end);
		if (cells.length < shape.most) cells.push(cell);
		else if (cell !== '') return { outcome: 'wrong_columns' };
		at = end + 1;
		if (ends !== shape.delimiter) return { outcome: 'cells', cells, next: at };
	}
}

/** The cells of one line by itself, such as a header; a line that is no row has none. */
export function cellsOfLine(line: string, delimiter: string): string[] {
	const result = readCells(line, 0, { delimiter, most: Infinity }, true);
	return result.outcome === 'cells' ? result.cells : [];
}

/** Index of the quotation mark that ends the cell, or -1. */
function closingQuote(text: string, from: number): number {
	let at = text.indexOf('"', from);
	while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
	return at;
}

function plainEnd(text: string, from: number, delimiter: string): number {
	const stop = delimiter.charCodeAt(0);
	let at = from;
	for (; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === stop || code === 10) break;
	}
	return at;
}

function unquote(text: string): string {
	return text.includes('"') ? text.replaceAll('""', '"') : text;
}
