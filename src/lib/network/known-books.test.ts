import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communityPaths } from '#lib/network/community-paths.ts';
import { graphOfBooks, type PeopledGraph } from '#lib/network/graph-of-books.ts';
import { holdBook, type KnownBook, type KnownSomebody, noBooks } from '#lib/network/known-books.ts';

const everybody = ['kathy', 'dean', 'anne'].map((id) => ({ id, willing: true }));

function knows(id: string, more: Partial<KnownSomebody> = {}): KnownSomebody {
	return { id, memberId: null, strength: 0.5, shared: true, ...more };
}

function held(books: Record<string, KnownBook>) {
	const all = noBooks();
	for (const [owner, book] of Object.entries(books)) holdBook(all, owner, book);
	return all;
}

function pathsTo({ community, whoIs, nodeOf }: PeopledGraph, from: string, to: string) {
	const member = nodeOf(`member ${from}`);
	const target = nodeOf(to);
	if (member === undefined || target === undefined) return null;
	const wish = { member, targets: Int32Array.of(target), k: 5, maxTies: 3 as const };
	return communityPaths(community, wish).map((path) => path.people.map(whoIs));
}

function peopleIn({ community, whoIs }: PeopledGraph): string[] {
	return Array.from({ length: community.firstStart }, (_, node) => whoIs(node));
}

const book = (...known: KnownSomebody[]): KnownBook => ({ known, noted: [] });

describe('the graph of the books of a community', () => {
	it('meets a member in another’s book by the e-mail address', () => {
		const graph = graphOfBooks(
			held({
				kathy: book(knows('contact-1', { memberId: 'dean', shared: false })),
				dean: book(knows('pierre'))
			}),
			everybody
		);
		expect(pathsTo(graph, 'kathy', 'pierre')).toEqual([['member kathy', 'member dean', 'pierre']]);
	});

	it('meets a member in all books where one says it of a person that others have as well', () => {
		const books = held({
			anne: book(knows('dean-the-person', { memberId: 'dean' })),
			kathy: book(knows('dean-the-person', { strength: 0.9 })),
			dean: book(knows('pierre'))
		});
		const graph = graphOfBooks(books, everybody);
		expect(graph.nodeOf('dean-the-person')).toBe(graph.nodeOf('member dean'));
		expect(pathsTo(graph, 'kathy', 'pierre')?.[0]).toEqual([
			'member kathy',
			'member dean',
			'pierre'
		]);
	});

	it('does not learn from what somebody keeps to themself that a person is a member', () => {
		const books = held({
			anne: book(knows('dean-the-person', { memberId: 'dean', shared: false })),
			kathy: book(knows('dean-the-person')),
			dean: book(knows('pierre'))
		});
		const graph = graphOfBooks(books, everybody);
		expect(graph.nodeOf('dean-the-person')).not.toBe(graph.nodeOf('member dean'));
	});

	it('keeps what a member noted of their contacts', () => {
		const noted = [{ connector: 0, target: 1, strength: 0.5 }];
		const books = held({ kathy: { known: [knows('sophie'), knows('pierre')], noted } });
		const paths = pathsTo(graphOfBooks(books, everybody), 'kathy', 'pierre');
		expect(paths).toContainEqual(['member kathy', 'sophie', 'pierre']);
	});

	it('forgets a book that is there no more, and who was only in it', () => {
		const books = held({ dean: book(knows('pierre')), anne: book(knows('paul')) });
		holdBook(books, 'dean', null);
		const graph = graphOfBooks(books, everybody);
		expect(graph.nodeOf('pierre')).toBeUndefined();
		expect(peopleIn(graph)).not.toContain('pierre');
		expect(pathsTo(graph, 'kathy', 'paul')).toEqual([['member kathy', 'member anne', 'paul']]);
	});

	it('is the same in whatever order the books came and however often', () => {
		const somebody = fc.record({
			id: fc.constantFrom('p', 'q', 'r', 's'),
			memberId: fc.constantFrom(null, null, 'kathy', 'dean'),
			strength: fc.constantFrom(0.25, 0.5),
			shared: fc.boolean()
		});
		const place = fc.nat({ max: 3 });
		const anyBook = fc.record({
			known: fc.uniqueArray(somebody, { selector: ({ id }) => id, maxLength: 4 }),
			noted: fc.array(fc.record({ connector: place, target: place, strength: fc.constant(0.5) }), {
				maxLength: 3
			})
		});
		const owners = everybody.map(({ id }) => id);
		const order = fc.array(fc.tuple(fc.constantFrom(...owners), fc.boolean()), { maxLength: 6 });
		fc.assert(
			fc.property(fc.tuple(anyBook, anyBook, anyBook), order, (three, before) => {
				const straight = noBooks();
				const winding = noBooks();
				for (const [owner, isGone] of before)
					holdBook(winding, owner, isGone ? null : (three[owners.indexOf(owner)] ?? null));
				for (const [at, owner] of owners.entries()) holdBook(straight, owner, three[at] ?? null);
				for (const owner of owners.toReversed())
					holdBook(winding, owner, three[owners.indexOf(owner)] ?? null);
				const one = graphOfBooks(straight, everybody);
				const other = graphOfBooks(winding, everybody.toReversed());
				expect(peopleIn(other)).toEqual(peopleIn(one));
				expect(other.community).toEqual(one.community);
			})
		);
	});
});
