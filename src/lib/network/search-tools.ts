import { type BestList, bestList } from '#lib/network/best-list.ts';
import type { Graph } from '#lib/network/graph.ts';
import { type LastTies, lastTiesOf } from '#lib/network/last-ties.ts';
import { mostPaths } from '#lib/network/path-wish.ts';

/** What a search needs, kept for the next one: to make it takes longer than to search. */
export interface Tools {
	last: LastTies;
	list: BestList;
	/** One bit a node: is it among the targets that were dealt with? */
	named: Int32Array;
}

const kept = new WeakMap<Graph, Tools>();

/** The tools for this graph; only one search at a time may use them. */
export function toolsFor(graph: Graph): Tools {
	const known = kept.get(graph);
	if (known) return known;
	const last = lastTiesOf(graph.nodes);
	const tools = { last, list: bestList(mostPaths), named: new Int32Array(last.marked.length) };
	kept.set(graph, tools);
	return tools;
}
