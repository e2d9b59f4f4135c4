import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphsOf, pieces } from '#lib/ui/paragraphs.ts';

test('an empty line parts paragraphs, a single line end does not', () => {
	expect(paragraphsOf('Bonjour Pierre,\r\n\r\nUne ligne\nune autre\n \n\nDean\n')).toEqual([
		'Bonjour Pierre,',
		'Une ligne\nune autre',
		'Dean'
	]);
});

test('no letter of a paragraph is lost', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(paragraphsOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
		})
	);
});

test('the pieces of a marked text put together are the text', () => {
	const mark = fc.record({ start: fc.integer({ min: 0, max: 30 }), end: fc.nat(30) });
	fc.assert(
		fc.property(fc.string(), fc.array(mark), (text, marks) => {
			expect(
				pieces(text, marks)
					.map((piece) => piece.text)
					.join('')
			).toBe(text);
		})
	);
});

test('a mark cuts its passage out', () => {
	expect(pieces('abcd', [{ start: 1, end: 3 }])).toEqual([
		{ text: 'a', marked: false },
		{ text: 'bc', marked: true },
		{ text: 'd', marked: false }
	]);
});
