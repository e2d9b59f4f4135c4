import { type Path, pathsFrom } from '#lib/network/found-paths.ts';
import type { Graph } from '#lib/network/graph.ts';
import { clearLastTies } from '#lib/network/note-last-tie.ts';
import { type PathWish, refuseUnknown, refuseWrongWish } from '#lib/network/path-wish.ts';
import { isShorterFrom } from '#lib/network/search-cost.ts';
import { searchThreeTies } from '#lib/network/search-three-ties.ts';
import { type Tools, toolsFor } from '#lib/network/search-tools.ts';
import { searchTwoTies } from '#lib/network/search-two-ties.ts';
import { addTiesOf, type TieSearch } from '#lib/network/tie-search.ts';

/**
 * The k best paths between two nodes, best first: nobody stands twice on a path, its strength is the
 * product of its ties' strengths, computed in 64 bits. Of equally strong paths the one with fewer ties
 * comes first, then the one with the smaller node numbers, read from `from`: the answer depends on the
 * ties alone. No path leads from a node to itself. Throws a RangeError for what is no node, no such k
 * or maxTies, or a mayConnect that has not one byte a node.
 */
export function bestPaths(graph: Graph, from: number, to: number, wish: PathWish): Path[] {
	refuseWrongWish(graph, from, wish);
	refuseUnknown(graph, to);
	if (from === to) return [];
	const backwards = isShorterFrom(graph, to, from);
	const tools = toolsFor(graph);
	const search = newSearch(graph, backwards ? to : from, backwards, wish, tools);
	addTiesOf(search, backwards ? from : to);
	return found(search, from, wish);
}

/**
 * The k best paths from a node to any of the targets, ordered and refused as in `bestPaths`. A target
 * that is named twice counts once; `from` among the targets is passed over; one target may stand in
 * the middle of a path to another.
 */
export function bestPathsToAny(
	graph: Graph,
	from: number,
	targets: Int32Array,
	wish: PathWish
): Path[] {
	refuseWrongWish(graph, from, wish);
	for (const target of targets) refuseUnknown(graph, target);
	const tools = toolsFor(graph);
	const search = newSearch(graph, from, false, wish, tools);
	addTiesOnce(search, targets, tools.named);
	return found(search, from, wish);
}

function newSearch(
	graph: Graph,
	root: number,
	backwards: boolean,
	{ k, mayConnect }: PathWish,
	{ last, list }: Tools
): TieSearch {
	list.k = k;
	list.count = 0;
	return { graph, root, last, list, mayConnect, backwards, fetched: 0 };
}

function addTiesOnce(search: TieSearch, targets: Int32Array, named: Int32Array): void {
	for (const target of targets) {
		const word = named[target >>> 5] ?? 0;
		const bit = 1 << (target & 31);
		named[target >>> 5] = word | bit;
		if ((word & bit) === 0 && target !== search.root) addTiesOf(search, target);
	}
	for (const target of targets) named[target >>> 5] = 0;
}

function found(search: TieSearch, from: number, { maxTies }: PathWish): Path[] {
	if (maxTies >= 2) searchTwoTies(search);
	if (maxTies === 3) searchThreeTies(search);
	clearLastTies(search.last);
	return pathsFrom(from, search.list);
}
