import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '#lib/importers/decode.ts';
import { ansi, encodings, piecesOf } from '../../../tests/support/connections-file.ts';

async function decode(bytes: Uint8Array, piece = 65_536): Promise<string> {
	let text = '';
	for await (const part of decodeText(piecesOf(bytes, piece))) text += part;
	return text;
}

const header = 'First Name,Last Name,Connected On\n';
const person = 'Zoé 🚀,Lefèvre,04 Jul 2023\n';
const ascii = 'Pierre,Martin,04 Jul 2023\n';

describe('text is read back as it was written', () => {
	test.each(Object.keys(encodings))('%s', async (name) => {
		const text = header + person.repeat(4000);
		for (const piece of [7, 65_536, 1_000_000]) {
			expect(await decode(encodings[name]?.(text) ?? ansi(''), piece)).toBe(text);
		}
	});

	test('Windows-1252', async () => {
		const text = `${header}Sœur Zoé,O’Neil – “Š” €,04 août 2023\n`;
		for (const piece of [1, 7, 65_536]) expect(await decode(ansi(text), piece)).toBe(text);
	});

	test('Windows-1252 in which some letters happen to look like UTF-8', async () => {
		const text = `${header}Zoé,Lefèvre,CAFÉ’S Ã©\n`;
		expect(await decode(ansi(text))).toBe(text);
	});

	test('Windows-1252 whose first accent comes after more than 64 kB', async () => {
		const text = `${header}${ascii.repeat(8000)}Zoé,Lefèvre,04 août 2023\n${ascii}Noël,Müller,`;
		for (const piece of [1000, 65_536, 1_000_000]) {
			expect(await decode(ansi(text), piece)).toBe(text);
		}
	});
});

test('in UTF-8 with a few wrong bytes, those alone are read as Windows-1252', async () => {
	const good = new TextEncoder().encode(header + person.repeat(4000));
	const bytes = Buffer.concat([good, ansi('Noël,Müller,04 Jul 2023\n'), good]);
	const expected = `${header}${person.repeat(4000)}`;
	expect(await decode(bytes)).toBe(`${expected}Noël,Müller,04 Jul 2023\n${expected}`);
});

test('a file that ends within a character keeps what there was', async () => {
	expect(await decode(Uint8Array.of(0x61, 0xc3))).toBe('aÃ');
	expect(await decode(new Uint8Array())).toBe('');
});

test('no bytes throw, and none is lost where nothing can be read as UTF-8', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array(), fc.integer({ min: 1, max: 9 }), async (bytes, piece) => {
			expect(await decode(bytes, piece)).toBeTypeOf('string');
		})
	);
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ min: 0x80, max: 0xbf, maxLength: 50 }), async (bytes) => {
			expect(await decode(bytes, 3)).toHaveLength(bytes.length);
		})
	);
});
