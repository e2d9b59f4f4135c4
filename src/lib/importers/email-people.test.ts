import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { peopleReader, readPeople } from '#lib/importers/email-people.ts';

const jean = { fullName: 'Jean Dupont', email: 'jean@example.com' };

test.each([
	['jean@example.com', [{ fullName: '', email: 'jean@example.com' }]],
	['Jean Dupont <Jean@Example.com>', [jean]],
	['"Dupont, Jean" <jean@example.com>', [jean]],
	["'Jean Dupont' <jean@example.com>", [jean]],
	['jean@example.com (Jean Dupont)', [jean]],
	['Jean Dupont (at work) <jean@example.com>', [jean]],
	['"jean@example.com" <jean@example.com>', [{ fullName: '', email: 'jean@example.com' }]],
	[
		'=?ISO-8859-1?Q?Zo=E9_Lef=E8vre?= <zoe@example.org>',
		[{ fullName: 'Zoé Lefèvre', email: 'zoe@example.org' }]
	],
	[
		'=?UTF-8?B?Wm/DqSA=?= =?UTF-8?B?TGVmw6h2cmU=?= <zoe@example.org>',
		[{ fullName: 'Zoé Lefèvre', email: 'zoe@example.org' }]
	],
	['Zoé <zoé@bücher.example>', [{ fullName: 'Zoé', email: 'zoé@xn--bcher-kva.example' }]],
	['Jean Dupont via Documents <jean@example.com>', [jean]],
	['"Jean Dupont (via Google Docs)" <jean@example.com>', [jean]],
	[
		'Dupont, Jean <jean@example.com>',
		[{ fullName: 'Dupont' }, { fullName: 'Jean', email: 'jean@example.com' }]
	],
	['"Dupont, MBA" <jean@example.com>', [{ fullName: 'Dupont, MBA', email: 'jean@example.com' }]],
	['Jean Dupont </O=ACME/OU=EU/CN=JDUPONT>', [{ fullName: 'Jean Dupont' }]],
	['undisclosed-recipients:;', []],
	['', []],
	['<>', []]
])('%s', (header, people) => {
	expect(readPeople(header)).toEqual(people);
});

test('the people of a group and of a list are each there once', () => {
	const header =
		'Team: Jean Dupont <jean@example.com>, "O\'Neil, Pat" <pat@example.net>;, jean dupont <JEAN@example.com>';
	expect(readPeople(header).map(({ email }) => email)).toEqual([
		'jean@example.com',
		'pat@example.net'
	]);
});

test('whatever is written, nothing throws and everybody is called somehow', () => {
	const unit = fc.constantFrom(...'a@.<>()",;:\\ =?é\n', '=?UTF-8?Q?=E9?=', 'example.com');
	fc.assert(
		fc.property(fc.string({ unit, maxLength: 60 }), (header) => {
			for (const { fullName, email } of readPeople(header)) expect(email ?? fullName).not.toBe('');
		}),
		{ numRuns: 1000 }
	);
});

test('a reader that remembers answers as if it read each header anew, however many there are', () => {
	const read = peopleReader();
	const headers = Array.from(
		{ length: 3000 },
		(_, at) => `P ${at % 1100} <p${at % 1100}@example.com>`
	);
	for (const header of [...headers, `Jean <jean@example.com>${' '.repeat(400)}`, ''])
		expect(read(header)).toEqual(readPeople(header));
});
