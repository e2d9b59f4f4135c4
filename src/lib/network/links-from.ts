import type { Graph } from '#lib/network/graph.ts';

/** The neighbours of a node with the strength of each tie, the strongest first. */
export function* linksFrom(graph: Graph, node: number): Generator<[number, number]> {
	const end = graph.starts[node + 1] ?? 0;
	for (let at = graph.starts[node] ?? 0; at < end; at += 2)
		yield [graph.links[at] ?? 0, graph.strengths[at + 1] ?? 0];
}
