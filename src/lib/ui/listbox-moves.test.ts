import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveInList } from '#lib/ui/listbox-moves.ts';

test('down from the text goes to the first, down from the last back to the text', () => {
	expect(moveInList('ArrowDown', -1, 3)).toBe(0);
	expect(moveInList('ArrowDown', 2, 3)).toBe(-1);
	expect(moveInList('ArrowUp', -1, 3)).toBe(2);
	expect(moveInList('ArrowUp', 0, 3)).toBe(-1);
});

test('other keys and empty lists are no move', () => {
	expect(moveInList('a', 0, 3)).toBeUndefined();
	expect(moveInList('ArrowDown', -1, 0)).toBeUndefined();
});

test('a move never leaves the list', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(49), (count, at) => {
			const place = moveInList('ArrowDown', Math.min(at, count - 1), count) ?? 0;
			expect(place).toBeGreaterThanOrEqual(-1);
			expect(place).toBeLessThan(count);
		})
	);
});
