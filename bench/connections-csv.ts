const given = ['Kathy', 'Dean', 'Zoé', 'Jean-François', 'María José', 'Łukasz', 'Søren', 'Aïcha'];
const family = ['Martin', 'De Morgan', "O'Neil", 'Müller', 'Nguyễn', 'Lefèvre', 'Garcia', 'Ndiaye'];
const credentials = ['', '', '', '', '', '', ', MBA', ', PMP, CFA'];
const companies = [
	'Acme',
	'Société Générale de Tests',
	'Dupont, Martin & Cie',
	'Le "Bon" Coin',
	''
];
const positions = ['Head of Sales', 'Directrice générale', 'Engineer, Data & AI', 'Founder 🚀', ''];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const preamble = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
`;

/** Where the header stands, from 1. */
export const headerLine = 4;

/** A Connections.csv of invented people, the same each time; one in 40 shows an e-mail address. */
export function connectionsCsv(people: number): string {
	return [...connectionsPieces(people)].join('');
}

/** The same in pieces, for files that memory should not hold. */
export function* connectionsPieces(people: number): Generator<string> {
	yield preamble;
	for (let from = 0; from < people; from += 1000) {
		const length = Math.min(1000, people - from);
		yield Array.from({ length }, (_, index) => row(from + index)).join('');
	}
}

function row(index: number): string {
	const first = pick(given, index);
	const last = pick(family, Math.floor(index / given.length)) + pick(credentials, index * 7 + 3);
	return `${[
		first,
		last,
		`https://www.linkedin.com/in/${encodeURIComponent(`${first}-${index}`.toLowerCase().replaceAll(' ', '-'))}`,
		index % 40 === 0 ? `person.${index}@example.com` : '',
		pick(companies, index * 3 + 1),
		pick(positions, index * 11 + 2),
		`${String((index % 28) + 1).padStart(2, '0')} ${pick(months, index * 5)} ${2008 + (index % 18)}`
	]
		.map(quoted)
		.join(',')}\n`;
}

function quoted(cell: string): string {
	return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function pick(from: readonly string[], index: number): string {
	return from[index % from.length] ?? '';
}
