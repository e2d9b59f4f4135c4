import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { booksFromSnapshot, booksSnapshot } from '#lib/network/books-snapshot.ts';
import { compactBooks } from '#lib/network/compact-books.ts';
import { graphOfBooks } from '#lib/network/graph-of-books.ts';
import { holdBook, type KnownBook, type KnownBooks, noBooks } from '#lib/network/known-books.ts';

const owners = ['kathy', 'dean', 'anne'].map((id) => ({ id, willing: true }));
const of = { communityId: 'alumni', seen: { epoch: 'first', snapshot: '7:9:8' } };

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const somebody = fc.record({
	id: fc.nat({ max: 9 }).map(idOf),
	memberId: fc.constantFrom(null, null, 'kathy', 'dean'),
	strength: fc.constantFrom(0.25, 0.5, 1),
	shared: fc.boolean()
});
const place = fc.nat({ max: 5 });
const book: fc.Arbitrary<KnownBook> = fc.record({
	known: fc.array(somebody, { maxLength: 6 }),
	noted: fc.array(fc.record({ connector: place, target: place, strength: fc.constant(0.5) }), {
		maxLength: 2
	})
});
/** Books that came and went, so that some ids are nobody's any more. */
const books = fc
	.array(fc.tuple(fc.constantFrom(...owners), fc.option(book)), { maxLength: 8 })
	.map((changes) => {
		const held = noBooks();
		for (const [{ id }, one] of changes) holdBook(held, id, one);
		return held;
	});

function joined(pieces: readonly Uint8Array[]): ArrayBuffer {
	return new Uint8Array(Buffer.concat(pieces)).buffer;
}

function graph(held: KnownBooks) {
	const { community, whoIs } = graphOfBooks(held, owners);
	return {
		community,
		people: Array.from({ length: community.firstStart }, (_, node) => whoIs(node))
	};
}

it('books that were kept make the same graph, as do compact ones', () => {
	fc.assert(
		fc.property(books, (held) => {
			const kept = booksFromSnapshot(joined(booksSnapshot(of, held)));
			expect(kept?.of).toEqual(of);
			const compact = compactBooks(held);
			expect(kept?.held.ids).toEqual(compact.ids);
			expect(compact.ids).toEqual([...new Set(compact.ids)].toSorted());
			expect(graph(compact)).toEqual(graph(held));
			expect(kept && graph(kept.held)).toEqual(graph(held));
		})
	);
});

it('a book read later stands beside those that were kept', () => {
	fc.assert(
		fc.property(books, book, (held, later) => {
			const kept = booksFromSnapshot(joined(booksSnapshot(of, held)));
			if (!kept) throw new Error('nothing was kept');
			holdBook(kept.held, 'dean', later);
			holdBook(held, 'dean', later);
			expect(graph(kept.held)).toEqual(graph(held));
		})
	);
});

it('other bytes are no books', () => {
	for (const bytes of ['', 'short', 'neither books nor anything else'])
		expect(booksFromSnapshot(joined([Buffer.from(bytes)]))).toBeNull();
});
