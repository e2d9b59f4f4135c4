import type { Graph } from '#lib/network/graph.ts';

/** What paths are asked for. */
export interface PathWish {
	/** How many at most, 1 to 1,000. */
	k: number;
	/** How many ties a path has at most; 3 are two connectors. */
	maxTies: 1 | 2 | 3;
	/** One byte a node: whoever has 0 stands in the middle of no path. Without it everybody may. */
	mayConnect?: Uint8Array;
}

/** The most paths one may wish for. */
export const mostPaths = 1000;

/** Throws a RangeError for a start that is no node, and for a wish that cannot be meant. */
export function refuseWrongWish(
	graph: Graph,
	from: number,
	{ k, maxTies, mayConnect }: PathWish
): void {
	refuseUnknown(graph, from);
	if (!Number.isInteger(k) || k < 1 || k > mostPaths) throw new RangeError(`k is ${k}`);
	if (![1, 2, 3].includes(maxTies)) throw new RangeError(`maxTies is ${maxTies}`);
	if (mayConnect && mayConnect.length !== graph.nodes)
		throw new RangeError(`mayConnect has ${mayConnect.length} bytes for ${graph.nodes} nodes`);
}

/** Throws a RangeError for what is no node of the graph. */
export function refuseUnknown({ nodes }: Graph, node: number): void {
	if (!Number.isInteger(node) || node < 0 || node >= nodes)
		throw new RangeError(`${node} is no node`);
}
