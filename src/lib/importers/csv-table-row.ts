import { readDay, type SlashOrder } from '#lib/importers/calendar-day.ts';
import { cleanCell, excerptOf, toldIn } from '#lib/importers/cell.ts';
import type { RefusalReason, RefusedRow, UnreadValue } from '#lib/importers/record.ts';

/** In characters. What is longer has a time of day, and would hold the text it was cut from. */
const longestDay = 12;

/** Many more than the days of most files; a power of two. */
const places = 8192;

/** One row of a table at a time, asked by column; a column that is not there is -1 and empty. */
export class TableRow {
	line = 0;
	cells: readonly string[] = [];
	readonly order: SlashOrder;
	private readonly delimiter: string;
	/** What was read as a day and what it was, each at a place that its letters tell. */
	private readonly written = Array.from({ length: places }, () => '');
	private readonly days = Array.from({ length: places }, () => '');

	constructor(header: { delimiter: string }, order: SlashOrder) {
		this.delimiter = header.delimiter;
		this.order = order;
	}

	begin(cells: readonly string[], line: number): void {
		this.cells = cells;
		this.line = line;
	}

	/** A cell as it stands in the file, or ''. */
	cell(column: number): string {
		return column === -1 ? '' : (this.cells[column] ?? '');
	}

	/** The tidied text of a cell, or ''. */
	text(column: number): string {
		return cleanCell(this.cell(column));
	}

	/** As text; undefined where the cell is empty or was filled in as a void. */
	told(column: number): string | undefined {
		return toldIn(this.cell(column));
	}

	/** The day in a cell, YYYY-MM-DD; one that makes no sense is added to `unread`. */
	day(column: number, field: UnreadValue['field'], unread: UnreadValue[]): string | undefined {
		const cell = this.cell(column);
		if (cell === '') return undefined;
		const place = cell.length > longestDay ? -1 : placeOf(cell);
		if (place !== -1 && this.written[place] === cell) return this.days[place];
		const value = toldIn(cell);
		if (value === undefined) return undefined;
		const day = readDay(value, this.order);
		if (day === undefined) unread.push({ field, value: excerptOf(value) });
		else if (place !== -1) {
			this.written[place] = cell;
			this.days[place] = day;
		}
		return day;
	}

	refused(reason: RefusalReason): RefusedRow {
		const excerpt = excerptOf(this.cells.join(this.delimiter));
		return { kind: 'refused', line: this.line, reason, excerpt };
	}
}

/** Letter by letter, for a Map would have to ask the runtime for the hash of each new string. */
function placeOf(cell: string): number {
	let place = 0;
	for (let at = 0; at < cell.length; at += 1) place = (place * 33 + cell.charCodeAt(at)) % places;
	return place;
}
