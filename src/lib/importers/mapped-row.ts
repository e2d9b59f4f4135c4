import { readDay, type SlashOrder } from '#lib/importers/calendar-day.ts';
import { cleanCell, excerptOf, isFill } from '#lib/importers/cell.ts';
import { bookEntry, readEntry, type BookEntry } from '#lib/importers/mapped-contact.ts';
import type { MappedField } from '#lib/importers/mapped-mapping.ts';
import type { ImportRow } from '#lib/importers/record.ts';

/** What each column holds, and which column says what kind of number is in it. */
export interface MappedColumns {
	fields: readonly (MappedField | null)[];
	/** Index of the column with the label ("Work Fax") of a column. */
	labels?: ReadonlyMap<number, number>;
	order: SlashOrder;
	delimiter: string;
}

/** The contact that one row of a table tells of. */
export function readMapped(
	cells: readonly string[],
	line: number,
	columns: MappedColumns
): ImportRow {
	const entry = bookEntry(line, excerptOf(cells.join(columns.delimiter)));
	for (const [index, field] of columns.fields.entries()) {
		const value = cleanCell(cells[index] ?? '');
		if (field === null || value === '' || isVoid(value, field)) continue;
		const label = columns.labels?.get(index);
		const isFax = label !== undefined && /fax|pager/i.test(cells[label] ?? '');
		add(entry, field === 'phone' && isFax ? 'otherPhone' : field, value, columns.order);
	}
	return readEntry(entry);
}

/** Na is also a family name. */
function isVoid(value: string, field: MappedField): boolean {
	return isFill(value) && (field !== 'familyName' || value !== 'NA');
}

function add(entry: BookEntry, field: MappedField, value: string, order: SlashOrder): void {
	const list = lists[field];
	if (list) entry[list].push(...valuesIn(value, field));
	else if (field === 'connectedOn') addDay(entry, value, order);
	else if (isText(field)) entry[field] = entry[field] === '' ? value : `${entry[field]} ${value}`;
}

const lists: Partial<Record<MappedField, ListField>> = {
	email: 'emails',
	phone: 'phones',
	otherPhone: 'otherPhones',
	link: 'addresses',
	profile: 'profiles',
	company: 'companies',
	position: 'positions'
};

type ListField =
	'emails' | 'phones' | 'otherPhones' | 'addresses' | 'profiles' | 'companies' | 'positions';

type TextField =
	'prefix' | 'givenName' | 'middleName' | 'familyName' | 'suffix' | 'fullName' | 'nickname';

function isText(field: MappedField): field is TextField {
	return !(field in lists) && field !== 'connectedOn';
}

/** Google puts ` ::: ` between several values of one cell, people put other things. */
function valuesIn(value: string, field: MappedField): string[] {
	const values = value.includes(' ::: ') ? value.split(' ::: ').map(cleanCell) : [value];
	if (field !== 'phone' && field !== 'otherPhone') return values;
	return values.flatMap((one) => one.split(/ *[;|] *(?![a-z-]+=)| *, +| +\/ +/i));
}

function addDay(entry: BookEntry, value: string, order: SlashOrder): void {
	const day = readDay(value, order);
	if (day === undefined) entry.unread.push({ field: 'connectedOn', value: excerptOf(value) });
	else entry.connectedOn = day;
}
