import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '#lib/importers/decode.ts';
import type { ImportRow } from '#lib/importers/record.ts';
import { vcard } from '#lib/importers/vcard.ts';
import { ansi, encodings, piecesOf } from '../../../tests/support/connections-file.ts';

async function rowsOf(text: string, piece = 1_000_000): Promise<ImportRow[]> {
	return Array.fromAsync(vcard.rows(piecesOf(text, piece)));
}

function linesOf(rows: readonly ImportRow[]): number[] {
	return rows.map((row) => (row.kind === 'record' ? row.record.line : row.line));
}

const lines = fc.constantFrom(
	'FN:Zoé Durand',
	'N:DURAND;Zoé;;;',
	'N;ENCODING=QUOTED-PRINTABLE:=C3=A9=\n=C3=\n=A9;x',
	'EMAIL:zoe@example.com',
	'item1.TEL;TYPE="a:b,fax":+33 6 39 98 12 34',
	'item1.X-ABLabel:x',
	'ORG:Acme\\;\\\\;x',
	'PHOTO;ENCODING=b:AAAA\n BBBB',
	'AGENT:',
	''
);
const card = fc
	.array(lines, { maxLength: 8 })
	.map((body) => ['BEGIN:VCARD', ...body, 'END:VCARD', ''].join('\n'));
const garbage = fc.oneof(
	fc.string({ unit: fc.constantFrom(...'BEGINDVCAR:;=\n \\"é'), maxLength: 60 }),
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.constantFrom('BEGIN:VCARD\n', 'END:VCARD\n', 'AGENT:\n', 'END:VCARDBEGIN:VCARD\n')
);
const mixed = fc.array(fc.oneof(card, garbage), { maxLength: 8 }).map((parts) => parts.join(''));

test('nothing throws, and each card is one row with a line of its own', async () => {
	await fc.assert(
		fc.asyncProperty(mixed, async (text) => {
			const rows = await rowsOf(text);
			const numbers = linesOf(rows);
			expect(new Set(numbers).size).toBe(numbers.length);
			const begun = text.split(/\r\n?|\n/).filter((line) => /^BEGIN:VCARD$/.test(line)).length;
			expect(rows.length).toBeGreaterThanOrEqual(begun > 0 && !/=\s/.test(text) ? begun : 0);
		}),
		{ numRuns: 500 }
	);
});

test('how the text is cut makes no difference', async () => {
	await fc.assert(
		fc.asyncProperty(mixed, fc.integer({ min: 1, max: 20 }), async (text, piece) => {
			expect(await rowsOf(text, piece)).toEqual(await rowsOf(text));
		}),
		{ numRuns: 300 }
	);
});

function told(rows: readonly ImportRow[]): string[] {
	return rows.map((row) => JSON.stringify(row).replace(/"line":\d+/, '')).toSorted();
}

test('cards in another order tell the same', async () => {
	const whole = card.filter((text) => !text.includes('AGENT'));
	await fc.assert(
		fc.asyncProperty(fc.array(whole, { maxLength: 6 }), async (cards) => {
			const backwards = cards.toReversed().join('');
			expect(told(await rowsOf(backwards))).toEqual(told(await rowsOf(cards.join(''))));
		})
	);
});

test('a file that ends early gives every card before, and tells of the last', async () => {
	const cards = Array.from(
		{ length: 5 },
		(_, index) => `BEGIN:VCARD\nFN:Zoé ${'ABCDE'[index]}x\nEND:VCARD\n`
	);
	const text = cards.join('');
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 0, max: text.length }), async (length) => {
			const rows = await rowsOf(text.slice(0, length));
			const begun = text.slice(0, length).split('BEGIN:VCARD').length - 1;
			const ended = text.slice(0, length).split('END:VCARD').length - 1;
			expect(rows.filter(({ kind }) => kind === 'record')).toHaveLength(ended);
			expect(rows.length).toBeGreaterThanOrEqual(begun);
		})
	);
});

test('in any encoding the same', async () => {
	const text = 'BEGIN:VCARD\nFN:Zoé Durand\nORG:Sœur & Müller\nEND:VCARD\n';
	const expected = await rowsOf(text);
	for (const encode of [...Object.values(encodings), ansi]) {
		const decoded = decodeText(piecesOf(encode(text), 7));
		expect(await Array.fromAsync(vcard.rows(decoded))).toEqual(expected);
	}
});
