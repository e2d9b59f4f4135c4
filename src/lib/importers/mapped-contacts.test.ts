import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '#lib/importers/decode.ts';
import { googleContacts } from '#lib/importers/google-contacts.ts';
import { csvContacts, mappedContacts, seeTable } from '#lib/importers/mapped-contacts.ts';
import { mappedFields } from '#lib/importers/mapped-mapping.ts';
import { outlookContacts } from '#lib/importers/outlook-contacts.ts';
import type { ImportRow } from '#lib/importers/record.ts';
import { ansi, encodings, piecesOf } from '../../../tests/support/connections-file.ts';

function rowsOf(text: string, piece = 1_000_000): Promise<ImportRow[]> {
	return Array.fromAsync(csvContacts.rows(piecesOf(text, piece)));
}

const table = [
	'Prénom;Nom;Société;E-mail;Téléphone;Relation depuis',
	'Zoé;DURAND;Acme;zoe@example.com;06 39 98 12 34;x',
	'Paul;Martin;Bull;;"06 39 98 12 35 / +33 6 39 98 12 36";',
	';;;;06 39 98 12 37;'
].join('\n');

describe('any table of people', () => {
	test('is seen: columns, rows, guess and key', () => {
		expect(seeTable(table)).toEqual({
			header: ['Prénom', 'Nom', 'Société', 'E-mail', 'Téléphone', 'Relation depuis'],
			sampleRows: table
				.split('\n')
				.slice(1)
				.map((row) => row.replaceAll('"', '').split(';')),
			guess: {
				header: true,
				fields: ['givenName', 'familyName', 'company', 'email', 'phone', null]
			},
			key: 'prenom|nom|societe|e mail|telephone|relation depuis'
		});
	});

	test('is read as guessed', async () => {
		expect(await rowsOf(table)).toEqual([
			{
				kind: 'record',
				record: {
					kind: 'contact',
					line: 2,
					givenName: 'Zoé',
					familyName: 'Durand',
					fullName: 'Zoé Durand',
					nameAsWritten: 'Zoé DURAND',
					emails: ['zoe@example.com'],
					phones: ['06 39 98 12 34'],
					profile: undefined,
					links: [],
					company: 'Acme',
					position: undefined,
					unread: []
				}
			},
			{
				kind: 'record',
				record: {
					kind: 'contact',
					line: 3,
					givenName: 'Paul',
					familyName: 'Martin',
					fullName: 'Paul Martin',
					emails: [],
					phones: ['06 39 98 12 35', '+33 6 39 98 12 36'],
					profile: undefined,
					links: [],
					company: 'Bull',
					position: undefined,
					unread: []
				}
			},
			{
				kind: 'record',
				record: {
					kind: 'contact',
					line: 4,
					givenName: '',
					familyName: '',
					fullName: '06 39 98 12 37',
					emails: [],
					phones: ['06 39 98 12 37'],
					profile: undefined,
					links: [],
					company: undefined,
					position: undefined,
					unread: []
				}
			}
		]);
	});

	test('is read as somebody says', async () => {
		const format = mappedContacts({
			header: false,
			fields: ['fullName', 'company', null, 'email', null, 'connectedOn']
		});
		const rows = await Array.fromAsync(
			format.rows(['a;b;c;d\nZoé;Acme;;zoe@example.com;;2004-05-12\n'])
		);
		expect(rows).toMatchObject([
			{
				record: { line: 1, fullName: 'A', company: 'b', unread: [{ field: 'email', value: 'd' }] }
			},
			{ record: { line: 2, fullName: 'Zoé', company: 'Acme', connectedOn: '2004-05-12' } }
		]);
	});

	test('may have words above it, no header, tabs, and quoted lines', async () => {
		const above = `My contacts\n\n${table.replaceAll(';', '\t')}`;
		expect(await rowsOf(above)).toMatchObject([
			{ record: { line: 4, fullName: 'Zoé Durand' } },
			{ record: { line: 5 } },
			{ record: { line: 6 } }
		]);
		const bare = 'Zoé Durand,zoe@example.com\n"Le Goff, Yann",yann@example.org\n';
		expect(await rowsOf(bare)).toMatchObject([
			{ record: { line: 1, fullName: 'Zoé Durand' } },
			{ record: { line: 2, givenName: 'Yann', familyName: 'Le Goff' } }
		]);
	});

	test('may name its columns by unknown words', async () => {
		const text = 'Wer,Wohin\nZoé Durand,zoe@example.com\nPaul Martin,paul@example.org\n';
		expect(seeTable(text)?.guess).toEqual({ header: true, fields: [null, 'email'] });
		expect(await rowsOf(text)).toMatchObject([{ record: { line: 2 } }, { record: { line: 3 } }]);
	});

	test('may be addresses alone', async () => {
		expect(await rowsOf('zoe@example.com\npaul@example.org\n')).toMatchObject([
			{ record: { line: 1, emails: ['zoe@example.com'] } },
			{ record: { line: 2, emails: ['paul@example.org'] } }
		]);
		expect(await rowsOf('E-mail\nzoe@example.com\n')).toMatchObject([{ record: { line: 2 } }]);
	});

	test('refuses what is no row of it, and a header that comes again', async () => {
		const text = `${table}\nZoé;Durand;Acme;;;;too;many\n${table.split('\n')[0]}\n"open`;
		expect((await rowsOf(text)).slice(3)).toMatchObject([
			{ kind: 'refused', line: 5, reason: 'wrong_columns' },
			{ kind: 'refused', line: 6, reason: 'repeated_header' },
			{ kind: 'refused', line: 7, reason: 'stray_quote' }
		]);
	});
});

test.each([
	['prose', 'Dear Zoé, thank you, and see you soon.\nPaul, from Acme\n'],
	['numbers', 'x,y\n1,2\n3,4\n'],
	['a program', 'import { a } from "b";\nconst c = [1, 2];\n'],
	['languages', 'Name,Proficiency\nEnglish,fluent\nFrench,native\n'],
	['numbers of one’s own', 'Extension,Number,Type\n,06 39 98 12 34,Mobile\n,06 39 98 12 35,Home\n'],
	['nothing', ''],
	['a page', '<html><body>Zoé, Paul</body></html>']
])('%s is no table of people', (_, text) => {
	expect(csvContacts.recognise(text)).toBe(false);
});

const cell = fc.oneof(
	fc.constantFrom(
		'',
		'Zoé',
		'DURAND',
		'zoe@example.com',
		'06 39 98 12 34',
		'Acme SAS',
		'NA',
		'"x;y"',
		'"'
	),
	fc.string({ unit: fc.constantFrom(...'aé,;"\n\t@.:|0'), maxLength: 6 })
);
const anyTable = fc
	.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 })
	.map((rows) => rows.map((row) => row.join(';')).join('\n'));
const google =
	'Name,Given Name,Additional Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value\n';
const outlook =
	'First Name,Last Name,E-mail Address,Business Street,Business Phone,Home Phone,Web Page,Notes\n';

test('nothing throws, lines are the rows’ own, and cutting makes no difference', async () => {
	const heads = fc.constantFrom('', 'Nom;Prénom;E-mail;Tél;Société\n', google, outlook);
	const mapping = fc.record({
		header: fc.boolean(),
		fields: fc.array(fc.option(fc.constantFrom(...mappedFields)), { minLength: 1, maxLength: 8 })
	});
	await fc.assert(
		fc.asyncProperty(
			heads,
			anyTable,
			mapping,
			fc.integer({ min: 1, max: 30 }),
			async (head, body, map, piece) => {
				const text = head + body;
				for (const format of [csvContacts, googleContacts, outlookContacts, mappedContacts(map)]) {
					format.recognise(text);
					const rows = await Array.fromAsync(format.rows(piecesOf(text, piece)));
					expect(rows).toEqual(await Array.fromAsync(format.rows([text])));
					const lines = rows.map((row) => (row.kind === 'record' ? row.record.line : row.line));
					expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
				}
			}
		),
		{ numRuns: 300 }
	);
});

test('every line of a table without quotation marks is a record or a refusal', async () => {
	const plain = anyTable.map((text) => text.replace(/["\t]/g, ''));
	await fc.assert(
		fc.asyncProperty(plain, async (body) => {
			const text = `Prénom;Nom;E-mail;Téléphone;Société;Poste\n${'Zoé;Durand;;;;\n'.repeat(60)}${body}`;
			const rows = await rowsOf(text);
			const lines = body.split('\n').filter((line) => !/^ *$/.test(line));
			expect(rows).toHaveLength(60 + lines.length);
		})
	);
});

test('rows in another order tell the same, in any encoding', async () => {
	const [head = '', ...rows] = table.split('\n');
	const expected = await rowsOf(table);
	const turned = await rowsOf([head, ...rows.toReversed()].join('\r\n'));
	expect(turned.map(told).toSorted()).toEqual(expected.map(told).toSorted());
	for (const encode of [...Object.values(encodings), ansi]) {
		const text = decodeText(piecesOf(encode(table), 11));
		expect(await Array.fromAsync(csvContacts.rows(text))).toEqual(expected);
	}
});

function told(row: ImportRow): string {
	return JSON.stringify(row).replace(/"line":\d+/, '');
}
