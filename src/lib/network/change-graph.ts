import { type Graph, graphOf } from '#lib/network/graph.ts';
import { mergeLinks } from '#lib/network/merge-links.ts';

/**
 * What becomes of a graph whose node n is now moved[n], in the same order, or gone with its ties where
 * that is -1, when the ties of `fresh` come to it: the graph that `buildGraph` makes of all these ties.
 * Each of the fresh ones must have an end that nobody of before has become, so that no tie is in both.
 */
export function changedGraph(before: Graph, moved: Int32Array, fresh: Graph): Graph {
	const starts = new Int32Array(fresh.nodes + 1);
	const links = new Int32Array(before.links.length + fresh.links.length);
	const isOther = changedLists(before, moved);
	let old = 0;
	let end = 0;
	for (let node = 0; node < fresh.nodes; node += 1) {
		const start = end;
		while (old < moved.length && (moved[old] ?? 0) < node) old += 1;
		if (moved[old] === node)
			end = (isOther[old] === 0 ? copyLinks : copyMoved)(before, old, links, start, moved);
		end = mergeLinks(links, { start, end }, fresh, node);
		starts[node + 1] = end;
	}
	return graphOf(starts, links.subarray(0, end));
}

/** One byte a node of before: 0 where all neighbours have the numbers that they had. */
function changedLists({ nodes, starts, links }: Graph, moved: Int32Array): Uint8Array {
	const isOther = new Uint8Array(nodes);
	for (let node = 0; node < nodes; node += 1) {
		const now = moved[node] ?? -1;
		if (now === node) continue;
		if (now !== -1) return isOther.fill(1);
		const until = starts[node + 1] ?? 0;
		for (let at = starts[node] ?? 0; at < until; at += 2) isOther[links[at] ?? 0] = 1;
	}
	return isOther;
}

/** Copies the links of a node as they are; tells where they end. */
function copyLinks({ starts, links }: Graph, node: number, into: Int32Array, end: number): number {
	const until = starts[node + 1] ?? 0;
	let to = end;
	for (let at = starts[node] ?? 0; at < until; at += 1) into[to++] = links[at] ?? 0;
	return to;
}

/** Copies the links that are left; they stay in their order. */
function copyMoved(
	{ starts, links }: Graph,
	node: number,
	into: Int32Array,
	end: number,
	moved: Int32Array
): number {
	const until = starts[node + 1] ?? 0;
	let to = end;
	for (let at = starts[node] ?? 0; at < until; at += 2) {
		const neighbour = moved[links[at] ?? 0] ?? -1;
		if (neighbour === -1) continue;
		into[to++] = neighbour;
		into[to++] = links[at + 1] ?? 0;
	}
	return to;
}
