import {
	areTitles,
	fieldOfAddresses,
	fieldOfWords,
	looksLikeAddress
} from '#lib/importers/guess-columns-content.ts';
import { fieldOfName, type NamedField } from '#lib/importers/guess-columns-names.ts';
import type { MappedField, Mapping } from '#lib/importers/mapped-mapping.ts';

/**
 * What the columns of a table seem to hold, by their names and by what is in a few rows. Without a
 * header only by what is in them.
 */
export function guessColumns(
	header: readonly string[] | undefined,
	sampleRows: readonly (readonly string[])[]
): Mapping {
	const columns = header?.length ?? Math.max(1, ...sampleRows.map((row) => row.length));
	const cells = Array.from({ length: columns }, (_, index) =>
		sampleRows.map((row) => row[index] ?? '')
	);
	const named = cells.map((_, index) => (header ? fieldOfName(header[index] ?? '') : undefined));
	const fields = cells.map((column, index) => settled(named[index], named, column));
	if (!header) nameByWords(fields, cells);
	return { header: header !== undefined, fields };
}

/** Whether a row names columns rather than somebody. */
export function isHeaderRow(cells: readonly string[]): boolean {
	if (cells.some(looksLikeAddress)) return false;
	const named = cells.map(fieldOfName).filter((field) => field !== undefined);
	return named.some((field) => field !== 'void') && named.length * 3 >= cells.length;
}

/** Whether a row is of words where the rows below it have numbers or addresses. */
export function isUnlike(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
	if (below.length < 2 || cells.some((cell) => cell.trim() === '' || isValue(cell))) return false;
	return cells.some((_, column) => below.every((row) => isValue(row[column] ?? '')));
}

function isValue(cell: string): boolean {
	return /\d/.test(cell) || looksLikeAddress(cell);
}

function settled(
	named: NamedField | undefined,
	all: readonly (NamedField | undefined)[],
	cells: readonly string[]
): MappedField | null {
	if (named === 'void') return null;
	if (named === 'someTitle') return areTitles(cells) ? 'prefix' : 'position';
	if (named === 'someName') return nameBeside(all);
	return named ?? fieldOfAddresses(cells) ?? null;
}

/** "Nom" beside "Prénom" is the family name, "Nombre" beside "Apellidos" the given one. */
function nameBeside(all: readonly (NamedField | undefined)[]): MappedField {
	const given = all.includes('givenName');
	const family = all.includes('familyName');
	if (given === family) return 'fullName';
	return given ? 'familyName' : 'givenName';
}

/** Two columns of single words are a given and a family name; capitals are the family's. */
function nameByWords(fields: (MappedField | null)[], cells: readonly (readonly string[])[]): void {
	const words = cells.map((column, index) => (fields[index] ? undefined : fieldOfWords(column)));
	const [first, second] = words.flatMap((field, index) => (field === 'givenName' ? [index] : []));
	const whole = words.indexOf('fullName');
	const company = words.indexOf('company');
	if (company !== -1) fields[company] = 'company';
	if (whole !== -1) fields[whole] = 'fullName';
	else if (first !== undefined && second === undefined) fields[first] = 'fullName';
	else if (first !== undefined && second !== undefined) {
		const turned = capitals(cells[first] ?? []) && !capitals(cells[second] ?? []);
		fields[first] = turned ? 'familyName' : 'givenName';
		fields[second] = turned ? 'givenName' : 'familyName';
	}
}

function capitals(cells: readonly string[]): boolean {
	return cells.every((cell) => cell === cell.toUpperCase());
}
