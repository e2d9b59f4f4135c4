import { readDay, type SlashOrder } from '#lib/importers/calendar-day.ts';
import { cleanCell, excerptOf, toldIn } from '#lib/importers/cell.ts';
import type { RefusalReason, RefusedRow, UnreadValue } from '#lib/importers/record.ts';

/** Far more than the days since LinkedIn began, of which files hold few. */
const mostDays = 20_000;

/** In characters. What is longer has a time of day, and would hold the text it was cut from. */
const longestDay = 12;

/** One row of a table at a time, asked by column; a column that is not there is -1 and empty. */
export class TableRow {
	line = 0;
	cells: readonly string[] = [];
	readonly order: SlashOrder;
	private readonly delimiter: string;
	private readonly days = new Map<string, string>();

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
		const known = this.days.get(this.cells[column] ?? '');
		if (known !== undefined) return known;
		const value = this.told(column);
		if (value === undefined) return undefined;
		const day = readDay(value, this.order);
		if (day !== undefined && value.length <= longestDay && this.days.size < mostDays)
			this.days.set(value, day);
		if (day === undefined) unread.push({ field, value: excerptOf(value) });
		return day;
	}

	refused(reason: RefusalReason): RefusedRow {
		const excerpt = excerptOf(this.cells.join(this.delimiter));
		return { kind: 'refused', line: this.line, reason, excerpt };
	}
}
