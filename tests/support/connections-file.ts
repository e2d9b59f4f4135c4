/** Someone as a list of LinkedIn connections tells of them; invented. */
export interface Connection {
	givenName: string;
	familyName: string;
	/** The part of the profile's address after /in/. */
	slug: string;
	email: string;
	company: string;
	position: string;
	/** YYYY-MM-DD */
	connectedOn: string;
}

/** How one year's LinkedIn, or one spreadsheet, writes the file. */
export interface Vintage {
	preamble: string;
	header: readonly string[];
	columns: readonly ('slug' | Exclude<keyof Connection, 'slug'>)[];
	delimiter: string;
	lineEnd: string;
	day: (year: string, month: string, day: string) => string;
	/** What stands in an empty cell. */
	empty: string;
	quoteAll: boolean;
}

const notes =
	'Notes:\n"When exporting your connection data, some addresses are missing; see ""help"".",,\n\n';
const withAddress = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'.split(
	','
);
const withoutAddress = withAddress.filter((name) => name !== 'URL');
const columns = [
	'givenName',
	'familyName',
	'slug',
	'email',
	'company',
	'position',
	'connectedOn'
] as const;
const english = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const french = 'janv févr mars avr mai juin juil août sept oct nov déc'.split(' ');

const linkedin: Vintage = {
	preamble: notes,
	header: withAddress,
	columns,
	delimiter: ',',
	lineEnd: '\n',
	day: (year, month, day) => `${day} ${english[Number(month) - 1]} ${year}`,
	empty: '',
	quoteAll: false
};

/** Every shape of the file that was seen in real ones. */
export const vintages: Record<string, Vintage> = {
	'LinkedIn of 2018': {
		...linkedin,
		preamble: '',
		header: withoutAddress,
		columns: columns.filter((column) => column !== 'slug'),
		day: (year, month, day) => `${Number(month)}/${Number(day)}/${year.slice(2)}, 5:02 PM`
	},
	'LinkedIn of 2021': {
		...linkedin,
		header: withoutAddress,
		columns: columns.filter((column) => column !== 'slug')
	},
	'LinkedIn of 2024': linkedin,
	'LinkedIn of 2026, without notes': { ...linkedin, preamble: '', quoteAll: true },
	'saved by an English Excel': {
		...linkedin,
		preamble: notes.replaceAll('\n', '\r\n'),
		lineEnd: '\r\n',
		day: (year, month, day) => `${Number(day)}-${english[Number(month) - 1]}-${year.slice(2)}`
	},
	'saved by a French Excel': {
		...linkedin,
		preamble: 'Notes:;;;;;;\r\n;;;;;;\r\n',
		header: ['FirstName', 'LastName', 'URL', 'E-mail', 'Société', 'Poste', 'Connected On'],
		delimiter: ';',
		lineEnd: '\r\n',
		day: (year, month, day) => `${day}-${french[Number(month) - 1]}-${year.slice(2)}`
	},
	'filled with NA': { ...linkedin, preamble: '', empty: 'NA', quoteAll: true, day: iso },
	'tabs from an old Mac': { ...linkedin, preamble: '', delimiter: '\t', lineEnd: '\r', day: iso }
};

function iso(year: string, month: string, day: string): string {
	return `${year}-${month}-${day}`;
}

/** The file's text, and the line on which each connection begins. */
export function connectionsFile(
	people: readonly Connection[],
	vintage: Vintage
): { text: string; lines: number[] } {
	const lines: number[] = [];
	let text = vintage.preamble + row(vintage.header, vintage);
	for (const person of people) {
		lines.push(text.split(/\r\n|\r|\n/).length);
		text += row(
			vintage.columns.map((column) => cellOf(person, column, vintage)),
			vintage
		);
	}
	return { text, lines };
}

function cellOf(person: Connection, column: keyof Connection, vintage: Vintage): string {
	const [year = '', month = '', day = ''] = person.connectedOn.split('-');
	if (column === 'connectedOn') return vintage.day(year, month, day);
	const value = person[column];
	if (value === '') return vintage.empty;
	return column === 'slug' ? `https://www.linkedin.com/in/${encodeURIComponent(value)}` : value;
}

function row(cells: readonly string[], vintage: Vintage): string {
	return cells.map((cell) => quoted(cell, vintage)).join(vintage.delimiter) + vintage.lineEnd;
}

function quoted(cell: string, vintage: Vintage): string {
	const needed = vintage.quoteAll || cell.includes(vintage.delimiter) || /["\r\n]/.test(cell);
	return needed ? `"${cell.replaceAll('"', '""').replaceAll('\n', vintage.lineEnd)}"` : cell;
}

/** Text as bytes, as some program would have saved it. */
export const encodings: Record<string, (text: string) => Uint8Array> = {
	'UTF-8': (text) => Buffer.from(text),
	'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
	'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
	'UTF-16LE with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
	'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
	'UTF-16BE with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
};

const ansiLetters = new TextDecoder('windows-1252').decode(
	Uint8Array.from({ length: 256 }, (_, byte) => byte)
);

/** Windows-1252; a letter it does not have becomes a question mark, as programs write it. */
export function ansi(text: string): Uint8Array {
	return Uint8Array.from([...text], (letter) => {
		const byte = ansiLetters.indexOf(letter);
		return byte === -1 ? 0x3f : byte;
	});
}

/** Cuts bytes or text into pieces of the given length. */
export function* piecesOf<T extends { length: number; slice(from: number, to: number): T }>(
	whole: T,
	length: number
): Generator<T> {
	for (let at = 0; at < whole.length; at += length) yield whole.slice(at, at + length);
}
