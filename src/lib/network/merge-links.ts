import type { Graph } from '#lib/network/graph.ts';

/**
 * Sorts the links that a node has in another graph into those at start ≤ at < end, behind which there
 * is room. Both are sorted as a graph's are, and have no neighbour in common. Tells where all end.
 */
export function mergeLinks(
	links: Int32Array,
	{ start, end }: { start: number; end: number },
	{ starts, links: others }: Graph,
	node: number
): number {
	const first = starts[node] ?? 0;
	let other = starts[node + 1] ?? 0;
	const length = end + other - first;
	let at = end;
	// From the last one on, so that nothing is overwritten that is still to be moved.
	for (let to = length - 2; other > first; to -= 2) {
		if (at > start && isAfter(links, at - 2, others, other - 2)) {
			at -= 2;
			links[to] = links[at] ?? 0;
			links[to + 1] = links[at + 1] ?? 0;
		} else {
			other -= 2;
			links[to] = others[other] ?? 0;
			links[to + 1] = others[other + 1] ?? 0;
		}
	}
	return length;
}

// Strengths are above 0, so their bits are in the order of their size.
function isAfter(links: Int32Array, at: number, others: Int32Array, other: number): boolean {
	const weaker = (others[other + 1] ?? 0) - (links[at + 1] ?? 0);
	return weaker > 0 || (weaker === 0 && (links[at] ?? 0) > (others[other] ?? 0));
}
