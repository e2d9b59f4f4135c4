import { type BestList, bestList, offer, type Path, pathsFrom } from '#lib/network/best-list.ts';
import type { Graph } from '#lib/network/graph.ts';
import { addLastTie, clearLastTies, type LastTies, lastTiesOf } from '#lib/network/last-ties.ts';
import { isShorterFrom } from '#lib/network/search-cost.ts';
import { searchThreeTies, searchTwoTies, type TieSearch } from '#lib/network/search-ties.ts';

/** What paths are asked for. */
export interface PathWish {
	/** How many at most, 1 to 1,000. */
	k: number;
	/** How many ties a path has at most; 3 are two connectors. */
	maxTies: 1 | 2 | 3;
	/** One byte a node: whoever has 0 stands in the middle of no path. Without it everybody may. */
	mayConnect?: Uint8Array;
}

/** What a search needs, kept for the next one: to make it takes longer than to search. */
interface Tools {
	last: LastTies;
	list: BestList;
	/** One bit a node: is it among the targets that were dealt with? */
	named: Int32Array;
}

const most = 1000;
const toolsOf = new WeakMap<Graph, Tools>();

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

function refuseWrongWish(graph: Graph, from: number, { k, maxTies, mayConnect }: PathWish): void {
	refuseUnknown(graph, from);
	if (!Number.isInteger(k) || k < 1 || k > most) throw new RangeError(`k is ${k}`);
	if (![1, 2, 3].includes(maxTies)) throw new RangeError(`maxTies is ${maxTies}`);
	if (mayConnect && mayConnect.length !== graph.nodes)
		throw new RangeError(`mayConnect has ${mayConnect.length} bytes for ${graph.nodes} nodes`);
}

function refuseUnknown({ nodes }: Graph, node: number): void {
	if (!Number.isInteger(node) || node < 0 || node >= nodes)
		throw new RangeError(`${node} is no node`);
}

function toolsFor(graph: Graph): Tools {
	const kept = toolsOf.get(graph);
	if (kept) return kept;
	const last = lastTiesOf(graph.nodes);
	const tools = { last, list: bestList(most), named: new Int32Array(last.marked.length) };
	toolsOf.set(graph, tools);
	return tools;
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
	return { graph, root, last, list, mayConnect, backwards };
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

/** Notes the ties with which paths to this target end, and offers the tie to the root, if any. */
function addTiesOf({ graph, root, last, list, mayConnect, backwards }: TieSearch, target: number) {
	const end = graph.starts[target + 1] ?? 0;
	for (let at = graph.starts[target] ?? 0; at < end; at += 2) {
		const node = graph.links[at] ?? 0;
		const strength = graph.strengths[at + 1] ?? 0;
		if (node === root) offer(list, strength, -1, -1, backwards ? root : target);
		else if (mayConnect === undefined || mayConnect[node] !== 0)
			addLastTie(last, node, target, strength);
	}
}

function found(search: TieSearch, from: number, { maxTies }: PathWish): Path[] {
	if (maxTies >= 2) searchTwoTies(search);
	if (maxTies === 3) searchThreeTies(search);
	clearLastTies(search.last);
	return pathsFrom(from, search.list);
}
