import { describe, expect, test } from 'vitest';
import { linkedinConnections } from '#lib/importers/linkedin-connections.ts';
import type { ContactRecord, ImportRow } from '#lib/importers/record.ts';

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';

async function rowsOf(text: string): Promise<ImportRow[]> {
	return Array.fromAsync(linkedinConnections.rows([text]));
}

async function recordOf(row: string, columns = header): Promise<ContactRecord> {
	const [only] = await rowsOf(`${columns}\n${row}\n`);
	if (only?.kind !== 'record') throw new Error(`Refused: ${only?.reason}`);
	if (only.record.kind !== 'contact') throw new Error(`A ${only.record.kind}, no contact`);
	return only.record;
}

describe('a list of connections is recognised by its header', () => {
	test.each([
		header,
		header.replaceAll(',', ';'),
		header.replaceAll(',', '\t'),
		`Notes:\r\n"When exporting, some are missing."\r\n\r\n${header}\r\n`,
		'"First Name","Last Name","Email Address","Company","Position","Connected On"',
		'FirstName;LastName;Company;Connected On',
		'Prénom;Nom;Société;Poste;Adresse e-mail',
		`\ufeff${header}`
	])('%j', (head) => {
		expect(linkedinConnections.recognise(head)).toBe(true);
	});

	test.each([
		'',
		'BEGIN:VCARD',
		'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt',
		'First Name,Last Name,Company,Job Title,Text,Creation Date,Status',
		'First Name,Middle Name,Last Name,Title,Suffix,E-mail Address,Company,Job Title,Web Page',
		'First Name,Middle Name,Last Name,Organization Name,Organization Title,E-mail 1 - Value',
		'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status',
		'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary'
	])('and nothing else is: %j', (head) => {
		expect(linkedinConnections.recognise(head)).toBe(false);
	});
});

test('a row becomes a record with the forms that are kept', async () => {
	const row =
		'Zoé,"Dupont, MBA, PMP",https://www.linkedin.com/in/zo%C3%A9?x=1, Zoe@Example.COM ,Acme,"Head, Sales 🚀",04 Jul 2023';
	expect(await recordOf(row)).toEqual({
		kind: 'contact',
		line: 2,
		givenName: 'Zoé',
		familyName: 'Dupont',
		fullName: 'Zoé Dupont',
		nameAsWritten: 'Zoé Dupont, MBA, PMP',
		credentials: 'MBA, PMP',
		emails: ['zoe@example.com'],
		phones: [],
		profile: 'https://www.linkedin.com/in/zoé',
		links: [],
		company: 'Acme',
		position: 'Head, Sales 🚀',
		connectedOn: '2023-07-04',
		unread: []
	});
});

test('only a name is needed', async () => {
	expect(await recordOf('Pierre,,,,,,')).toMatchObject({ fullName: 'Pierre', unread: [] });
	expect(await recordOf(',Martin,,,,,')).toMatchObject({ fullName: 'Martin' });
});

test('cells are tidied: spaces, invisible characters, lines', async () => {
	const record = await recordOf(' Pierre\u00a0\u00a0Y ,\u200bMartin\u0000,,,"Acme\nFrance",,');
	expect(record).toMatchObject({ fullName: 'Pierre Y Martin', company: 'Acme France' });
});

test('values that make no sense are reported, and the person is kept', async () => {
	const record = await recordOf('Pierre,Y,somewhere,pierre at example,,,31 Feb 2020');
	expect(record).toMatchObject({ emails: [], fullName: 'Pierre Y' });
	expect(record.unread).toEqual([
		{ field: 'email', value: 'pierre at example' },
		{ field: 'profile', value: 'somewhere' },
		{ field: 'connectedOn', value: '31 Feb 2020' }
	]);
});

test('an address that is no LinkedIn profile is kept as a link', async () => {
	const record = await recordOf('Pierre,Y,https://pierre.example/me,,,,');
	expect(record).toMatchObject({ links: ['https://pierre.example/me'], unread: [] });
	expect(record.profile).toBeUndefined();
});

test('several e-mail addresses in a cell are all kept, once each', async () => {
	const record = await recordOf('Pierre,Y,,a@example.com; A@example.com b@example.org,,,');
	expect(record.emails).toEqual(['a@example.com', 'b@example.org']);
});

test('columns are found by name: in another order, added by hand, or without a name', async () => {
	const columns = 'Last Name,Seen,First Name,Phone,Connected On,,';
	const record = await recordOf('Martin,yes,Zoé,06 39 98 12 34,4-Jul-23,a note', columns);
	expect(record).toMatchObject({
		fullName: 'Zoé Martin',
		phones: ['06 39 98 12 34'],
		connectedOn: '2023-07-04'
	});
});

test('NA is an empty cell, except for the family whose name it is', async () => {
	const filled = await recordOf('Zoé,NA,NA,NA,NA,#N/A,N/A');
	expect(filled).toMatchObject({ fullName: 'Zoé', emails: [], links: [], unread: [] });
	expect(filled.company).toBeUndefined();
	expect(await recordOf('Min,NA,,,Acme,,')).toMatchObject({ fullName: 'Min Na' });
});

describe('a row that is no person is refused, with its line and why', () => {
	test.each([
		[',,,,,,', 'nameless'],
		[',,,,,,04 Jul 2023', 'nameless'],
		['" ",,https://www.linkedin.com/in/pierre-y,p@example.com,,,', 'nameless'],
		['NA,NA,NA,NA,NA,NA,NA', 'nameless'],
		['NA,NA,,,,,', 'nameless'],
		['Pierre,Y, MBA,,,,,04 Jul 2023', 'wrong_columns'],
		['Pierre,Y', 'wrong_columns'],
		['Pierre,"Y,,,,,', 'stray_quote'],
		[header, 'repeated_header'],
		[`${'Pierre '.repeat(60)},Y,,,,,`, 'too_long'],
		[`Pierre,Y,,,${'Acme '.repeat(4000)},,`, 'too_long']
	])('%j: %s', async (row, reason) => {
		const rows = await rowsOf(`${header}\nPierre,Y,,,,,\n${row}\nPaul,Z,,,,,\n`);
		expect(rows.map((one) => (one.kind === 'record' ? one.record.line : one.reason))).toEqual([
			2,
			reason,
			4
		]);
		expect(rows[1]).toMatchObject({ line: 3 });
	});
});

test('lines are counted as an editor counts them', async () => {
	const text = `Notes:\r\n"Some are missing."\r\n\r\n${header}\r\nPierre,Y,,,"Acme\r\nFrance\r\n",,\r\n\r\nPaul,Z,,,,,\r\n`;
	const rows = await rowsOf(text);
	expect(rows.map((row) => row.kind === 'record' && row.record.line)).toEqual([5, 9]);
});

test('a file whose dates must be day first is read so throughout', async () => {
	const text = `${header}\nPierre,Y,,,,,07/04/2023\nPaul,Z,,,,,18/06/2024\n`;
	const rows = await rowsOf(text);
	expect(rows).toMatchObject([
		{ record: { connectedOn: '2023-04-07' } },
		{ record: { connectedOn: '2024-06-18' } }
	]);
});

test('text without the header is refused as a whole', async () => {
	for (const text of ['', 'hello', 'a,b\nc,d\n']) {
		expect(await rowsOf(text)).toEqual([
			{ kind: 'refused', line: 1, reason: 'no_header', excerpt: '' }
		]);
	}
	expect(await rowsOf(header)).toEqual([]);
});
