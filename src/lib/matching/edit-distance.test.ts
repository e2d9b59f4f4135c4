import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '#lib/matching/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });

/** The same, written as the definition says it. */
function byDefinition(a: string, b: string): number {
	if (a === '' || b === '') return Math.max(a.length, b.length);
	const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
	const same = a.at(-1) === b.at(-1) ? 0 : 1;
	const ways = [byDefinition(x, b) + 1, byDefinition(a, y) + 1, byDefinition(x, y) + same];
	if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
		ways.push(byDefinition(a.slice(0, -2), b.slice(0, -2)) + 1);
	return Math.min(...ways);
}

describe('the edit distance', () => {
	it.each([
		['mason', 'masno', 1],
		['lefevre', 'lefebvre', 1],
		['martin', 'martin', 0],
		['dupont', 'durand', 3]
	])('of %s and %s is %s and %i typing errors', (one, other, errors) => {
		expect(editDistance(one, other, 5)).toBe(errors);
	});

	it('stops counting at more than it was asked for', () => {
		expect(editDistance('kerhervé', 'xxxxxxxx', 2)).toBe(3);
		expect(editDistance('a', 'abcdef', 2)).toBe(3);
	});

	it('is what the definition says, for short words', () => {
		fc.assert(
			fc.property(word.filter(isShort), word.filter(isShort), (one, other) => {
				expect(editDistance(one, other, 9)).toBe(byDefinition(one, other));
				expect(editDistance(one, other, 2)).toBe(Math.min(3, byDefinition(one, other)));
			})
		);
	});
});

function isShort(text: string): boolean {
	return text.length <= 5;
}
