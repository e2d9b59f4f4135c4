import type { BookTies } from '#lib/network/community-graph.ts';
import type { TieColumns } from '#lib/network/graph.ts';
import type { NotedConnector } from '#lib/network/noted-connectors.ts';

/** From what the ties of a community's graph come. */
export interface TieSources {
	ties: readonly BookTies[];
	connectors: readonly NotedConnector[];
	firstStart: number;
}

/**
 * Every tie from its owner's start; the shared ones from the owner as a connector as well. Only ties
 * with an end that is anew, where a member's start and noted connectors are when the member is.
 */
export function columnsAnew(
	{ ties, connectors, firstStart }: TieSources,
	isAnew: Uint8Array
): Omit<TieColumns, 'nodes'> {
	const books = ties.flatMap((book) => (isAnew[book.owner] ? [book] : tiesAnew(book, isAnew)));
	const columns = columnsFor(books, connectors);
	let count = 0;
	const add = (one: number, other: number, strength: number) => {
		columns.a[count] = one;
		columns.b[count] = other;
		columns.strength[count] = strength;
		count += 1;
	};
	for (const book of books) addBook(book, firstStart, add);
	for (const { node, owner, ties: noted } of connectors) {
		if (isAnew[node]) add(firstStart + owner, node, Math.max(...noted.map(({ reach }) => reach)));
		for (const { target, strength } of noted)
			if (isAnew[node] || isAnew[target]) add(node, target, strength);
	}
	return {
		a: columns.a.subarray(0, count),
		b: columns.b.subarray(0, count),
		strength: columns.strength.subarray(0, count)
	};
}

function addBook(
	{ owner, known, strength, shared }: BookTies,
	firstStart: number,
	add: (one: number, other: number, strength: number) => void
): void {
	for (let at = 0; at < known.length; at += 1) {
		add(firstStart + owner, known[at] ?? 0, strength[at] ?? 0);
		if (shared[at]) add(owner, known[at] ?? 0, strength[at] ?? 0);
	}
}

/** Room for all. */
function columnsFor(books: readonly BookTies[], connectors: readonly NotedConnector[]) {
	const ofBooks = books.reduce((sum, { known }) => sum + 2 * known.length, 0);
	const most = connectors.reduce((sum, { ties }) => sum + 1 + ties.length, ofBooks);
	return { a: new Int32Array(most), b: new Int32Array(most), strength: new Float32Array(most) };
}

/** The ties of a book to whom is anew. */
function tiesAnew({ owner, known, strength, shared }: BookTies, isAnew: Uint8Array): BookTies[] {
	const places: number[] = [];
	for (let at = 0; at < known.length; at += 1) if (isAnew[known[at] ?? 0]) places.push(at);
	if (places.length === 0) return [];
	return [
		{
			owner,
			known: Int32Array.from(places, (at) => known[at] ?? 0),
			strength: Float32Array.from(places, (at) => strength[at] ?? 0),
			shared: Uint8Array.from(places, (at) => shared[at] ?? 0)
		}
	];
}
