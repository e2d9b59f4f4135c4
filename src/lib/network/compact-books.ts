import { idsInOrder } from '#lib/network/ids-in-order.ts';
import { type KnownBooks, noBooks } from '#lib/network/known-books.ts';

/** Those ids that are in any book, in order, and of each old number its new one. */
export function idsInBooks(held: KnownBooks): { ids: string[]; numbers: Int32Array } {
	const isKnown = new Uint8Array(held.ids.length);
	for (const { known } of held.books.values()) for (const number of known) isKnown[number] = 1;
	const ids: string[] = [];
	const numbers = new Int32Array(held.ids.length);
	for (const number of idsInOrder(held)) {
		const id = held.ids[number];
		if (isKnown[number] && id !== undefined) numbers[number] = ids.push(id) - 1;
	}
	return { ids, numbers };
}

/** The numbers of a book by the new ones. */
export function renumbered(known: Int32Array, numbers: Int32Array): Int32Array {
	return known.map((number) => numbers[number] ?? 0);
}

/** The same books, with the ids in order and none that is in no book. */
export function compactBooks(held: KnownBooks): KnownBooks {
	const { ids, numbers } = idsInBooks(held);
	const compact = noBooks();
	for (const [number, id] of ids.entries()) {
		compact.ids.push(id);
		compact.numbers.set(id, number);
	}
	compact.order = Int32Array.from(ids.keys());
	for (const [ownerId, book] of held.books)
		compact.books.set(ownerId, { ...book, known: renumbered(book.known, numbers) });
	return compact;
}
