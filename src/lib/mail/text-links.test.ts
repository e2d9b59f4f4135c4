import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstLink, linkPieces } from '#lib/mail/text-links.ts';

const links = (text: string) =>
	linkPieces(text).flatMap((piece) => (piece.href ? [piece.href] : []));

test.each([
	['Répondez ici : https://e.example.org/a/x7.', ['https://e.example.org/a/x7']],
	['(see https://e.example.org/a)', ['https://e.example.org/a']],
	['https://e.example.org/wiki/Ada_(name), yes', ['https://e.example.org/wiki/Ada_(name)']],
	['<https://e.example.org/a?b=c&d=e#f>', ['https://e.example.org/a?b=c&d=e#f']],
	['« https://e.example.org/a »', ['https://e.example.org/a']],
	[
		'two http://a.example.org https://b.example.org!',
		['http://a.example.org', 'https://b.example.org']
	],
	['javascript:alert(1) ftp://a.example.org www.example.org', []],
	['https:// alone', []]
])('finds the addresses in %j', (text, expected) => {
	expect(links(text)).toEqual(expected);
});

test('the pieces put together are the text', () => {
	const word = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.webUrl(),
		fc.constantFrom('(', ')', '.')
	);
	fc.assert(
		fc.property(fc.array(word), (words) => {
			const text = words.join(' ');
			const pieces = linkPieces(text);
			expect(pieces.map((piece) => piece.text).join('')).toBe(text);
			for (const piece of pieces) if (piece.href) expect(piece.href).toBe(piece.text);
		})
	);
});

test('the first link may be a placeholder', () => {
	expect(firstLink('a {{link:r/1}} b https://e.example.org')).toBe('{{link:r/1}}');
	expect(firstLink('a https://e.example.org b {{link:r/1}}')).toBe('https://e.example.org');
	expect(firstLink('nothing')).toBeUndefined();
});
