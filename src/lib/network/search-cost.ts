import type { Graph } from '#lib/network/graph.ts';

// So many neighbours tell enough: the search itself begins with them.
const asked = 64;

/** Whether a search between two nodes has fewer links to look at when it starts from `one`. */
export function isShorterFrom(graph: Graph, one: number, other: number): boolean {
	return linksBeyond(graph, one) < linksBeyond(graph, other);
}

/** About how many links the neighbours of a node have, all together. */
function linksBeyond({ starts, links }: Graph, node: number): number {
	const start = starts[node] ?? 0;
	const end = starts[node + 1] ?? 0;
	const until = Math.min(end, start + 2 * asked);
	let sum = 0;
	for (let at = start; at < until; at += 2) {
		const neighbour = links[at] ?? 0;
		sum += (starts[neighbour + 1] ?? 0) - (starts[neighbour] ?? 0);
	}
	return until > start ? (sum * (end - start)) / (until - start) : 0;
}
