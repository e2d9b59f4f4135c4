import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsInOrder } from '#lib/network/ids-in-order.ts';
import { holdBook, noBooks } from '#lib/network/known-books.ts';

describe('the order of ids', () => {
	it('is theirs, whichever came after the last time', () => {
		const ids = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 20 });
		fc.assert(
			fc.property(fc.array(ids, { maxLength: 5 }), (chapters) => {
				const held = noBooks();
				for (const some of chapters) {
					const known = some.map((id) => ({ id, memberId: null, strength: 0.5, shared: true }));
					holdBook(held, 'kathy', { known, noted: [] });
					const inOrder = [...idsInOrder(held)].map((number) => held.ids[number]);
					expect(inOrder).toEqual(held.ids.toSorted());
				}
			})
		);
	});
});
