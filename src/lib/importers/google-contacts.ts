import { cellsOfLine } from '#lib/importers/csv-cells.ts';
import type { MappedField } from '#lib/importers/mapped-mapping.ts';
import {
	mappedRows,
	namedColumns,
	placeAfter,
	type MappedTable
} from '#lib/importers/mapped-table.ts';
import type { ImportFormat } from '#lib/importers/record.ts';
import { unixText } from '#lib/importers/text-lines.ts';

/** The contacts that Google exports as CSV, in the layout of before 2024 and in that of today. */
export const googleContacts: ImportFormat = {
	format: 'google-contacts',
	recognise: (head) => findGoogle(unixText(head.slice(0, 65_536))) !== undefined,
	rows: (chunks) => mappedRows(chunks, findGoogle)
};

/** Column names without their numbers, in lower case. */
const fieldNamed = new Map<string, MappedField>([
	['name', 'fullName'],
	['name prefix', 'prefix'],
	['given name', 'givenName'],
	['first name', 'givenName'],
	['additional name', 'middleName'],
	['middle name', 'middleName'],
	['family name', 'familyName'],
	['last name', 'familyName'],
	['name suffix', 'suffix'],
	['nickname', 'nickname'],
	['organization name', 'company'],
	['organization - name', 'company'],
	['organization title', 'position'],
	['organization - title', 'position'],
	['e-mail - value', 'email'],
	['phone - value', 'phone'],
	['website - value', 'link']
]);

/** What no other program calls its columns. */
const own = /^(?:e-mail \d+ - (?:type|label|value)|group membership|organization \d+ - name)$/i;

function findGoogle(head: string): MappedTable | undefined {
	for (const [index, line] of head.split('\n').slice(0, 20).entries()) {
		for (const delimiter of [',', ';', '\t']) {
			const header = cellsOfLine(line, delimiter).map((cell) => cell.trim());
			if (isGoogle(header)) return tableOf(head, header, index + 1, delimiter);
		}
	}
	return undefined;
}

function isGoogle(header: readonly string[]): boolean {
	const names = new Set(header.map((cell) => cell.toLowerCase()));
	const old = names.has('given name') && names.has('family name');
	const today = names.has('first name') && names.has('last name');
	const labelled = names.has('labels') && names.has('organization name');
	return (old || today) && (labelled || header.some((cell) => own.test(cell)));
}

function tableOf(head: string, header: string[], line: number, delimiter: string): MappedTable {
	const names = header.map((cell) => cell.toLowerCase().replace(/ \d+(?= - )/, ''));
	const labels = new Map<number, number>();
	for (const [index, name] of names.entries()) {
		if (name === 'phone - value') labels.set(index, index - 1);
	}
	return {
		header,
		delimiter,
		labels,
		fields: names.map((name) => fieldNamed.get(name) ?? null),
		fewest: namedColumns(header),
		...placeAfter(head, line, delimiter)
	};
}
