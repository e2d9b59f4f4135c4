import { type BestList, floorOf, offer } from '#lib/network/best-list.ts';
import type { Graph } from '#lib/network/graph.ts';
import { hasLastTie, type LastTies } from '#lib/network/last-ties.ts';

// Whether links have become too weak is looked at once in so many numbers, two a link.
const block = 32;

/** One search: from a root over links to the nodes that have a last tie. */
export interface TieSearch {
	graph: Graph;
	root: number;
	last: LastTies;
	list: BestList;
	/** One byte a node: 0 where it may not stand in the middle. */
	mayConnect: Uint8Array | undefined;
	/** The root is where the paths end: they are found from their end. */
	backwards: boolean;
}

/** Offers the paths of two ties: a link of the root's and a last tie. */
export function searchTwoTies(search: TieSearch): void {
	const { graph, root, last, list } = search;
	const { links, strengths } = graph;
	const end = graph.starts[root + 1] ?? 0;
	let floor = floorOf(list, 2);
	for (let at = graph.starts[root] ?? 0; at < end; at += 2) {
		const strength = strengths[at + 1] ?? 0;
		if (strength * last.top < floor) return;
		const middle = links[at] ?? 0;
		if (!hasLastTie(last, middle)) continue;
		offerTwoTies(search, middle, strength);
		floor = floorOf(list, 2);
	}
}

function offerTwoTies(search: TieSearch, middle: number, strength: number): void {
	const { root, last, list, backwards } = search;
	for (let tie = last.first[middle] ?? -1; tie >= 0; tie = last.next[tie] ?? -1) {
		const target = backwards ? root : (last.target[tie] ?? 0);
		offer(list, strength * (last.strength[tie] ?? 0), middle, -1, target);
	}
}

/**
 * Offers the paths of three ties. Links come strongest first, so what follows one that is too weak,
 * even if the strongest last tie came after it, is too weak as well. The product of two strengths, of
 * 24 bits each, is exact in 53, so a product of three is the same from either end.
 */
export function searchThreeTies(search: TieSearch): void {
	const { root, last, list, mayConnect } = search;
	const { starts, links, strengths } = search.graph;
	const end = starts[root + 1] ?? 0;
	let floor = floorOf(list, 3);
	for (let at = starts[root] ?? 0; at < end; at += 2) {
		const strength = strengths[at + 1] ?? 0;
		if (strength * last.top < floor) return;
		const near = links[at] ?? 0;
		if (mayConnect !== undefined && mayConnect[near] === 0) continue;
		floor = searchBeyond(search, near, strength, floor);
	}
}

/** Returns what the floor is then. */
function searchBeyond(search: TieSearch, near: number, strength: number, before: number): number {
	const { starts, links, strengths } = search.graph;
	const { marked, top } = search.last;
	const most = strength * top;
	const end = starts[near + 1] ?? 0;
	let floor = before;
	let at = starts[near] ?? 0;
	while (at < end && most * (strengths[at + 1] ?? 0) >= floor) {
		const blockEnd = Math.min(at + block, end);
		at = nextMarked(links, marked, at, blockEnd);
		if (at === blockEnd) continue;
		offerThreeTies(search, near, links[at] ?? 0, strength * (strengths[at + 1] ?? 0), floor);
		floor = floorOf(search.list, 3);
		at += 2;
	}
	return floor;
}

function nextMarked(links: Int32Array, marked: Int32Array, from: number, end: number): number {
	for (let at = from; at < end; at += 2) {
		const far = links[at] ?? 0;
		if (((marked[far >>> 5] ?? 0) & (1 << (far & 31))) !== 0) return at;
	}
	return end;
}

function offerThreeTies(
	{ root, last, list, backwards }: TieSearch,
	near: number,
	far: number,
	strength: number,
	floor: number
): void {
	const first = last.first[far] ?? -1;
	if (strength * (last.strength[first] ?? 0) < floor) return;
	for (let tie = first; tie >= 0; tie = last.next[tie] ?? -1) {
		const target = last.target[tie] ?? 0;
		if (target === near) continue;
		const product = strength * (last.strength[tie] ?? 0);
		if (backwards) offer(list, product, far, near, root);
		else offer(list, product, near, far, target);
	}
}
