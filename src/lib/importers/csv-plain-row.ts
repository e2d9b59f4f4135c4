/** What was taken, and where to go on; overwritten by the next row. */
export interface PlainRow {
	cells: string[];
	next: number;
	/** Whether no cell holds anything that cleanCell would change. */
	tidy: boolean;
}

/**
 * The quick way for the rows that nearly all are: complete, of one line, quoted as they should be.
 * `take` answers false for everything else, which then goes the careful way; see csv-cells. `begin`
 * comes before another text.
 */
export function plainRows(shape: { delimiter: string; most: number; longest: number }) {
	const { delimiter, most, longest } = shape;
	const odd = new RegExp(delimiter === '\t' ? oddBesideTabs : `\\t|${oddBesideTabs}`, 'g');
	const row: PlainRow = { cells: [], next: 0, tidy: true };
	/** The cells of the row at hand, in an array that has grown already. */
	const held: string[] = [];
	let count = 0;
	/** Where the text next holds something odd: searched once a text, not once a cell. */
	let nextOdd = -1;

	function take(text: string, at: number): boolean {
		const end = text.indexOf('\n', at);
		if (end - at > longest || end <= at || text.charCodeAt(at) === space) return false;
		if (nextOdd < at) nextOdd = oddFrom(text, at);
		row.tidy = nextOdd > end;
		count = 0;
		for (let from = at; from <= end;) {
			if (count === most) return false;
			const isQuoted = text.charCodeAt(from) === quote;
			from = isQuoted ? quoted(text, from + 1, end) : bare(text, from, end);
			if (from === -1) return false;
		}
		row.cells = held.slice(0, count);
		row.next = end + 1;
		return true;
	}

	function oddFrom(text: string, at: number): number {
		odd.lastIndex = at;
		return odd.exec(text)?.index ?? Infinity;
	}

	function bare(text: string, from: number, end: number): number {
		const found = text.indexOf(delimiter, from);
		const to = found === -1 || found > end ? end : found;
		if (isPadded(text, from, to)) row.tidy = false;
		held[count++] = text.slice(from, to);
		return to + 1;
	}

	/** Where the next cell begins, or -1 where the quotation marks are not as they should be. */
	function quoted(text: string, from: number, end: number): number {
		let to = text.indexOf('"', from);
		let doubled = false;
		while (to !== -1 && text.charCodeAt(to + 1) === quote) {
			doubled = true;
			to = text.indexOf('"', to + 2);
		}
		if (to === -1 || to >= end || (to + 1 !== end && text[to + 1] !== delimiter)) return -1;
		if (isPadded(text, from, to)) row.tidy = false;
		const cell = text.slice(from, to);
		held[count++] = doubled ? cell.replaceAll('""', '"') : cell;
		return to + 2;
	}

	return { row, take, begin: () => void (nextOdd = -1) };
}

function isPadded(text: string, from: number, to: number): boolean {
	return to > from && (text.charCodeAt(from) === space || text.charCodeAt(to - 1) === space);
}

const space = 32;
const quote = 34;

/** Doubled spaces, controls and unusual spaces. */
const oddBesideTabs =
	'  |[\\x00-\\x08\\x0b-\\x1f\\x7f-\\xa0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]';
