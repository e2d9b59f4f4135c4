import { idsInOrder } from '#lib/network/ids-in-order.ts';
import { type HeldBook, type KnownBooks, noBooks } from '#lib/network/known-books.ts';

/** The same books, with the ids in order and none that is in no book. */
export function compactBooks(held: KnownBooks): KnownBooks {
	const isKnown = new Uint8Array(held.ids.length);
	for (const { known } of held.books.values()) for (const number of known) isKnown[number] = 1;
	const compact = noBooks();
	const numbers = new Int32Array(held.ids.length);
	for (const number of idsInOrder(held)) {
		const id = held.ids[number];
		if (!isKnown[number] || id === undefined) continue;
		numbers[number] = compact.ids.push(id) - 1;
		compact.numbers.set(id, compact.ids.length - 1);
	}
	compact.order = Int32Array.from(compact.ids.keys());
	for (const [ownerId, book] of held.books) compact.books.set(ownerId, renumbered(book, numbers));
	return compact;
}

function renumbered(book: HeldBook, numbers: Int32Array): HeldBook {
	return { ...book, known: book.known.map((number) => numbers[number] ?? 0) };
}
