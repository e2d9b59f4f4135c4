/** What was taken, and where to go on; overwritten by the next row. */
export interface PlainRow {
	cells: string[];
	next: number;
}

/**
 * The quick way for the rows that nearly all are: complete, of one line, quoted as they should be.
 * `take` answers false for everything else, which then goes the careful way; see csv-cells.
 */
export function plainRows(shape: { delimiter: string; most: number; longest: number }) {
	const { delimiter, most, longest } = shape;
	const row: PlainRow = { cells: [], next: 0 };
	/** The cells of the row at hand, in an array that has grown already. */
	const held: string[] = [];
	let count = 0;

	function take(text: string, at: number): boolean {
		const end = text.indexOf('\n', at);
		if (end - at > longest || end <= at || text.charCodeAt(at) === space) return false;
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

	function bare(text: string, from: number, end: number): number {
		const found = text.indexOf(delimiter, from);
		const to = found === -1 || found > end ? end : found;
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
		const cell = text.slice(from, to);
		held[count++] = doubled ? cell.replaceAll('""', '"') : cell;
		return to + 2;
	}

	return { row, take };
}

const space = 32;
const quote = 34;
