import { cellsOfLine } from '#lib/importers/csv-cells.ts';

/** The header of a table as found: what separates cells, and which cell holds what. */
export interface CsvHeader<Field extends string> {
	delimiter: string;
	cells: string[];
	/** Index of the column that holds a field, -1 where there is none. */
	at: Readonly<Record<Field, number>>;
	/** Its line in the file, from 1, and the index in the text at which the rows begin. */
	line: number;
	rowsAt: number;
}

/** By what a header is known. */
export interface HeaderNames<Field extends string> {
	/** The names that a field's column goes by, see lettersOf, separated by spaces. */
	columns: Readonly<Record<Field, string>>;
	/** Whether these columns make a header of this kind. */
	isHeader(has: (field: Field) => boolean): boolean;
}

/**
 * Finds the header of a table in text whose lines end in \n, wherever it stands: after notes, after
 * what an editor left of them, or first.
 */
export function findHeader<Field extends string>(
	head: string,
	names: HeaderNames<Field>
): CsvHeader<Field> | undefined {
	let rowsAt = 0;
	for (const [index, line] of head.split('\n').entries()) {
		rowsAt += line.length + 1;
		for (const delimiter of [',', ';', '\t']) {
			const cells = line.includes(delimiter) ? cellsOfLine(line, delimiter) : [];
			const at = columnsOf(cells, names.columns);
			if (cells.length > 0 && names.isHeader((field) => at[field] !== -1)) {
				return { delimiter, cells, at, line: index + 1, rowsAt };
			}
		}
	}
	return undefined;
}

function columnsOf<Field extends string>(
	cells: readonly string[],
	columns: Readonly<Record<Field, string>>
): Record<Field, number> {
	const letters = cells.map(lettersOf);
	const at: Record<string, number> = {};
	for (const field in columns) {
		const known = columns[field].split(' ');
		at[field] = letters.findIndex((name) => known.includes(name));
	}
	return at;
}

/** A column's name by its letters alone, without accents: "E-mail 1 - Type" is emailtype. */
export function lettersOf(cell: string): string {
	return cell
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z]/g, '');
}
