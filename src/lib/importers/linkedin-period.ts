import { excerptOf } from '#lib/importers/cell.ts';
import type { TableRow } from '#lib/importers/csv-table-row.ts';
import type { UnreadValue } from '#lib/importers/record.ts';
import { readPartial } from '#lib/people/partial-date.ts';

/** As a spreadsheet writes a month again: Oct-04. */
const shortened = /^(\p{L}+)\.?[- ](\d{2})$/u;
const ongoing = /^(?:present|current|now|today|aujourd|actuel)/i;

/** From when to when, each as YYYY, YYYY-MM or YYYY-MM-DD; without an end it goes on. */
export function periodIn(
	row: TableRow,
	at: { startedOn: number; endedOn: number },
	unread: UnreadValue[]
): { startedOn: string | undefined; endedOn: string | undefined } {
	const startedOn = dateIn(row.told(at.startedOn), 'startedOn', unread);
	return { startedOn, endedOn: dateIn(row.told(at.endedOn), 'endedOn', unread) };
}

function dateIn(
	value: string | undefined,
	field: UnreadValue['field'],
	unread: UnreadValue[]
): string | undefined {
	if (value === undefined || ongoing.test(value)) return undefined;
	const [, month, year] = shortened.exec(value) ?? [];
	const date = readPartial(month && year ? `${month} ${century(year)}${year}` : value);
	if (!date) unread.push({ field, value: excerptOf(value) });
	return date;
}

/** As spreadsheets have it. */
function century(year: string): string {
	return Number(year) < 30 ? '20' : '19';
}
