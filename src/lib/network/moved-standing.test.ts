import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOfBooks, type PeopledGraph } from '#lib/network/graph-of-books.ts';
import { holdBook, type KnownBook, type KnownBooks, noBooks } from '#lib/network/known-books.ts';

const memberIds = ['anne', 'dean', 'ines', 'kathy', 'paul'];
const ids = ['p', 'q', 'r', 's', 't', 'u'];

const place = fc.nat({ max: 4 });
const somebody = fc.record({
	id: fc.constantFrom(...ids),
	memberId: fc.constantFrom(null, null, null, ...memberIds),
	strength: fc.constantFrom(0.25, 0.5, 0.75),
	shared: fc.boolean()
});
const anyBook: fc.Arbitrary<KnownBook> = fc.record({
	// Two contacts may be one person.
	known: fc.array(somebody, { maxLength: 5 }),
	noted: fc.array(fc.record({ connector: place, target: place, strength: fc.constant(0.5) }), {
		maxLength: 3
	})
});

/** A book is another, or there is none any more; or a member comes, goes, or is willing or not. */
type Step = { owner: string } & ({ book: KnownBook | null } | { willing: boolean | null });

const owner = fc.constantFrom(...memberIds);
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ owner, book: anyBook }) },
	fc.record({ owner, book: fc.constant(null) }),
	fc.record({ owner, willing: fc.constantFrom(true, true, false, null) })
);
const story = fc.array(fc.array(step, { maxLength: 3 }), { minLength: 1, maxLength: 8 });

interface Village {
	held: KnownBooks;
	members: Map<string, boolean>;
}

function happen({ held, members }: Village, each: Step): void {
	if ('book' in each) holdBook(held, each.owner, each.book);
	else if (each.willing === null) members.delete(each.owner);
	else members.set(each.owner, each.willing);
}

function graphIn({ held, members }: Village, before?: PeopledGraph): PeopledGraph {
	const all = [...members].map(([id, willing]) => ({ id, willing }));
	return graphOfBooks(held, all, before);
}

function everything({ community, whoIs, nodeOf }: PeopledGraph) {
	const named = [...ids, ...memberIds.map((id) => `member ${id}`)];
	const people = Array.from({ length: community.firstStart }, (_, node) => whoIs(node));
	return { community, people, nodes: named.map(nodeOf) };
}

const bookOf = (id: string): KnownBook => ({
	known: [{ id, memberId: null, strength: 0.5, shared: true }],
	noted: []
});

describe('the graph of books that changed', () => {
	it('is the one made from scratch, whatever happened, and that of before is as it was', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 12 }), story, (beginning, chapters) => {
				const members = new Map(memberIds.slice(0, 3).map((id) => [id, true]));
				const village: Village = { held: noBooks(), members };
				for (const each of beginning) happen(village, each);
				let graph = graphIn(village);
				for (const chapter of chapters) {
					const before = graph;
					const written = structuredClone(everything(before));
					for (const each of chapter) happen(village, each);
					graph = graphIn(village, before);
					expect(everything(graph)).toEqual(everything(graphIn(village)));
					expect(everything(before).community).toEqual(written.community);
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('is made from scratch where ids have other numbers than before', () => {
		const members = new Map([['dean', true]]);
		const one: Village = { held: noBooks(), members };
		const other: Village = { held: noBooks(), members };
		holdBook(one.held, 'dean', bookOf('p'));
		holdBook(other.held, 'dean', bookOf('q'));
		const graph = graphIn(other, graphIn(one));
		expect(everything(graph)).toEqual(everything(graphIn(other)));
		expect(everything(graph).people).toEqual(['member dean', 'q']);
	});
});
