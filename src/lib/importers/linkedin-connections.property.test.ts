import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanCell, isFill } from '#lib/importers/cell.ts';
import { decodeText } from '#lib/importers/decode.ts';
import { linkedinConnections } from '#lib/importers/linkedin-connections.ts';
import type { ImportRow } from '#lib/importers/record.ts';
import { readPersonName } from '#lib/people/person-name.ts';
import {
	ansi,
	connectionsFile,
	encodings,
	piecesOf,
	vintages,
	type Connection
} from '../../../tests/support/connections-file.ts';

/** Both bytes and text are cut: the decoder gathers the beginning of a file. */
async function rowsOf(bytes: Uint8Array, piece: number): Promise<ImportRow[]> {
	const text = (await Array.fromAsync(decodeText(piecesOf(bytes, piece)))).join('');
	return Array.fromAsync(linkedinConnections.rows(piecesOf(text, piece)));
}

/** Words as they stand in a cell; none that a tool would have meant as empty. */
function words(unit: fc.Arbitrary<string>): fc.Arbitrary<string> {
	return fc
		.string({ unit, minLength: 1, maxLength: 12 })
		.map(cleanCell)
		.filter((cell) => cell !== '' && !isFill(cell));
}

function people(text: fc.Arbitrary<string>): fc.Arbitrary<Connection[]> {
	const person = fc.record({
		givenName: text,
		familyName: text,
		slug: fc.string({ unit: fc.constantFrom(...'abcé-0189🚀'), minLength: 1 }),
		email: fc.constantFrom('', 'kathy@example.com', 'dean+x@mail.example.org'),
		company: fc.oneof(fc.constant(''), text, fc.constant('Acme\nFrance')),
		position: fc.oneof(fc.constant(''), text),
		connectedOn: fc
			.date({ min: new Date('2003-05-05'), max: new Date('2026-12-31'), noInvalidDate: true })
			.map((day) => day.toISOString().slice(0, 10))
	});
	return fc.array(person, { maxLength: 12 });
}

/** The rows that must come of it, whichever way it was written. */
function expected(table: readonly Connection[], lines: readonly number[], hasAddress: boolean) {
	return table.map((person, index) => ({
		kind: 'record',
		record: {
			kind: 'contact',
			line: lines[index],
			...namesOf(person),
			emails: person.email === '' ? [] : [person.email],
			phones: [],
			profile: hasAddress ? `https://www.linkedin.com/in/${person.slug}` : undefined,
			links: [],
			company: person.company.replace('\n', ' ') || undefined,
			position: person.position || undefined,
			connectedOn: person.connectedOn,
			unread: []
		}
	}));
}

function namesOf({ givenName, familyName }: Connection) {
	const name = readPersonName({ givenName, familyName });
	return {
		givenName: name.givenName,
		familyName: name.familyName,
		fullName: name.fullName,
		nameAsWritten: name.asWritten === name.fullName ? undefined : name.asWritten,
		credentials: name.credentials || undefined
	};
}

const pieces = fc.constantFrom(1, 13, 4096, 1_000_000);

test('any people, in any vintage and encoding, are read back the same', async () => {
	const letters = fc.oneof(
		fc.constantFrom(...',;"\t \'’éœ🚀'),
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
	);
	await fc.assert(
		fc.asyncProperty(
			people(words(letters)),
			fc.constantFrom(...Object.values(vintages)),
			fc.constantFrom(...Object.values(encodings)),
			pieces,
			async (table, vintage, encode, piece) => {
				const { text, lines } = connectionsFile(table, vintage);
				const rows = await rowsOf(encode(text), piece);
				expect(rows).toEqual(expected(table, lines, vintage.columns.includes('slug')));
			}
		),
		{ numRuns: 300 }
	);
});

test('and so are people whose names Windows-1252 can write', async () => {
	const letters = fc.constantFrom('Zoé', 'François', 'l’Hôpital', 'Sœur', 'Müller', ',', ' ');
	await fc.assert(
		fc.asyncProperty(
			people(words(letters)),
			fc.constantFrom(...Object.values(vintages)),
			pieces,
			async (table, vintage, piece) => {
				const { text, lines } = connectionsFile(table, vintage);
				const rows = await rowsOf(ansi(text), piece);
				expect(rows).toEqual(expected(table, lines, vintage.columns.includes('slug')));
			}
		)
	);
});

test('whatever follows the header, nothing throws and each row has a line of its own', async () => {
	const garbage = fc.oneof(
		fc.uint8Array({ maxLength: 300 }),
		fc
			.string({ unit: fc.constantFrom(...'a,,,,,";\r\n\n\0é'), maxLength: 300 })
			.map((text) => new TextEncoder().encode(text))
	);
	const header = 'First Name,Last Name,Position\n';
	await fc.assert(
		fc.asyncProperty(garbage, fc.boolean(), pieces, async (bytes, withHeader, piece) => {
			const head = new TextEncoder().encode(withHeader ? header : '');
			const rows = await rowsOf(Buffer.concat([head, bytes]), piece);
			const lines = rows.map((row) => (row.kind === 'record' ? row.record.line : row.line));
			expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
		}),
		{ numRuns: 300 }
	);
});

test('without quotation marks every line that is not blank is a record or a refusal', async () => {
	const unit = fc.constantFrom(...'ab,,,,é \n');
	await fc.assert(
		fc.asyncProperty(fc.string({ unit, maxLength: 300 }), async (body) => {
			const bytes = new TextEncoder().encode(`First Name,Last Name,Position\n${body}`);
			const rows = await rowsOf(bytes, 100);
			expect(rows).toHaveLength(body.split('\n').filter((line) => !/^ *$/.test(line)).length);
		})
	);
});
