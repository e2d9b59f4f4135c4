import { type BestList, offer } from '#lib/network/best-list.ts';
import type { Graph } from '#lib/network/graph.ts';
import type { LastTies } from '#lib/network/last-ties.ts';
import { addLastTie } from '#lib/network/note-last-tie.ts';

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
	/** What was fetched last; nobody reads it. */
	fetched: number;
}

/** Notes the ties with which paths to this target end, and offers the tie to the root, if any. */
export function addTiesOf(
	{ graph, root, last, list, mayConnect, backwards }: TieSearch,
	target: number
) {
	const end = graph.starts[target + 1] ?? 0;
	for (let at = graph.starts[target] ?? 0; at < end; at += 2) {
		const node = graph.links[at] ?? 0;
		const strength = graph.strengths[at + 1] ?? 0;
		if (node === root) offer(list, strength, -1, -1, backwards ? root : target);
		else if (mayConnect === undefined || mayConnect[node] !== 0)
			addLastTie(last, node, target, strength);
	}
}
