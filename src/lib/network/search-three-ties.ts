import { offer } from '#lib/network/best-list.ts';
import { fetchedAtOnce, fetchLinks } from '#lib/network/fetch-links.ts';
import { floorOf } from '#lib/network/path-order.ts';
import type { TieSearch } from '#lib/network/tie-search.ts';

// Whether links have become too weak is looked at once in so many numbers, two a link.
const block = 32;

/**
 * Offers the paths of three ties. Links come strongest first, so what follows one that is too weak,
 * even if the strongest last tie came after it, is too weak as well. The product of two strengths, of
 * 24 bits each, is exact in 53, so a product of three is the same from either end.
 */
export function searchThreeTies(search: TieSearch): void {
	const { root, last, list, mayConnect } = search;
	const { starts, links, strengths } = search.graph;
	const start = starts[root] ?? 0;
	const end = starts[root + 1] ?? 0;
	let floor = floorOf(list, 3);
	for (let at = start; at < end; at += 2) {
		const strength = strengths[at + 1] ?? 0;
		if (strength * last.top < floor) return;
		if ((at - start) % fetchedAtOnce === 0)
			search.fetched = fetchLinks(search.graph, at, Math.min(at + fetchedAtOnce, end));
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
