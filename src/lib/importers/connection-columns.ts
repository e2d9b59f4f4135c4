import { cellsOfLine } from '#lib/importers/csv-cells.ts';

/** What is read of a list of connections. */
export type ConnectionField =
	| 'givenName'
	| 'familyName'
	| 'profile'
	| 'email'
	| 'phone'
	| 'company'
	| 'position'
	| 'connectedOn';

/** The header as found: what separates cells, how many there are, and which cell holds what. */
export interface ConnectionHeader {
	delimiter: string;
	cells: string[];
	columns: ReadonlyMap<ConnectionField, number>;
	/** Its line in the file, from 1, and the index in the text at which the rows begin. */
	line: number;
	rowsAt: number;
}

/** Column names, letters alone: LinkedIn's, and those that people give by hand. */
const names: readonly (readonly [ConnectionField, string])[] = [
	['givenName', 'firstname givenname prenom'],
	['familyName', 'lastname familyname surname nom nomdefamille'],
	['profile', 'url profileurl linkedinurl linkedinprofile linkedin profil'],
	['email', 'emailaddress email adresseemail adresseelectronique courriel'],
	['phone', 'phone phonenumber mobile telephone tel portable'],
	['company', 'company companyname societe entreprise organisation'],
	['position', 'position poste'],
	['connectedOn', 'connectedon connected connectele datedeconnexion enrelationdepuis']
];

const fieldNamed = new Map(
	names.flatMap(([field, known]) => known.split(' ').map((name) => [name, field] as const))
);

/**
 * Finds the header of a list of LinkedIn connections in text whose lines end in \n, wherever it
 * stands: after LinkedIn's notes, after what an editor left of them, or first.
 */
export function findConnectionHeader(head: string): ConnectionHeader | undefined {
	let rowsAt = 0;
	for (const [index, line] of head.split('\n').entries()) {
		rowsAt += line.length + 1;
		for (const delimiter of [',', ';', '\t']) {
			const cells = line.includes(delimiter) ? cellsOfLine(line, delimiter) : [];
			const columns = columnsOf(cells);
			if (isHeader(columns)) return { delimiter, cells, columns, line: index + 1, rowsAt };
		}
	}
	return undefined;
}

/** Both parts of a name, and something that lists of contacts from elsewhere do not tell. */
function isHeader(columns: ReadonlyMap<ConnectionField, number>): boolean {
	const own: ConnectionField[] = ['connectedOn', 'position', 'profile'];
	return (
		columns.has('givenName') && columns.has('familyName') && own.some((field) => columns.has(field))
	);
}

function columnsOf(cells: readonly string[]): Map<ConnectionField, number> {
	const columns = new Map<ConnectionField, number>();
	for (const [index, cell] of cells.entries()) {
		const field = fieldNamed.get(lettersOf(cell));
		if (field && !columns.has(field)) columns.set(field, index);
	}
	return columns;
}

function lettersOf(cell: string): string {
	return cell
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z]/g, '');
}
