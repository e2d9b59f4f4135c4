import { offer } from '#lib/network/best-list.ts';
import { hasLastTie } from '#lib/network/note-last-tie.ts';
import { floorOf } from '#lib/network/path-order.ts';
import type { TieSearch } from '#lib/network/tie-search.ts';

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
