import { changedGraph } from '#lib/network/change-graph.ts';
import { columnsAnew } from '#lib/network/columns-anew.ts';
import { buildGraph, type Graph } from '#lib/network/graph.ts';
import { type NotedConnector, notedConnectors } from '#lib/network/noted-connectors.ts';

/** Who knows whom, as the books of a community's members have it. */
export interface CommunityTies {
	/** How many members there are: they are the nodes 0 … members - 1. */
	members: number;
	/** How many others they know: the nodes that follow. */
	others: number;
	/** One byte a member: 1 for who may be asked to introduce. */
	willing: Uint8Array;
	ties: readonly BookTies[];
	/** What members noted of their contacts: that one knows another. */
	noted: readonly NotedTie[];
}

/** The ties of a member's book: the owner knows each node known[i]. */
export interface BookTies {
	owner: number;
	known: Int32Array;
	/** Above 0, at most 1. */
	strength: Float32Array;
	/** 1 where the owner lets the community know of it. */
	shared: Uint8Array;
}

/** For the eyes of the owner alone; the connector needs no account. */
export interface NotedTie {
	owner: number;
	connector: number;
	target: number;
	/** How well the owner knows the connector. */
	reach: number;
	/** How well the connector knows the target. */
	strength: number;
}

/**
 * The graph in which a community's paths are found. Who searches starts from a node of their own,
 * which has all their ties and stands in the middle of no path: what is private in a book helps its
 * owner and nobody else. A connector whom a member noted is a node for that member alone.
 */
export interface CommunityGraph {
	readonly graph: Graph;
	/** How many members there are: they are the nodes 0 … members - 1. */
	readonly members: number;
	/** Member m starts from the node firstStart + m. */
	readonly firstStart: number;
	/** One byte a node; a search opens and closes some for its own time. */
	readonly mayConnect: Uint8Array;
	/** Of each node: the member or other whom it stands for. */
	readonly standsFor: Int32Array;
	/** Of a member: the nodes of the connectors they noted. */
	readonly notedBy: ReadonlyMap<number, readonly number[]>;
}

/** A graph of before, and where its members and others stand now; see `movedSince`. */
export interface Earlier {
	community: CommunityGraph;
	moved: Int32Array;
}

/**
 * The graph of these ties. With an earlier one it is the same graph: the ties between those who moved
 * are copied, whatever `ties` tells of them, and only the ties of who is anew are made of `ties` and
 * `noted`. Throws a RangeError as `buildGraph` does.
 */
export function communityGraph(known: CommunityTies, earlier?: Earlier): CommunityGraph {
	const { members, others, ties, noted } = known;
	const firstStart = members + others;
	const connectors = notedConnectors(noted, firstStart + members);
	const nodes = firstStart + members + connectors.length;
	const notedBy = nodesByOwner(connectors);
	const moved = earlier ? allMoved(earlier, { firstStart, notedBy }) : new Int32Array(0);
	const isAnew = whoIsAnew(nodes, moved);
	const fresh = buildGraph({ nodes, ...columnsAnew({ ties, connectors, firstStart }, isAnew) });
	const graph = earlier ? changedGraph(earlier.community.graph, moved, fresh) : fresh;
	return { graph, members, firstStart, notedBy, ...placesOf(known, nodes, connectors) };
}

function nodesByOwner(connectors: readonly NotedConnector[]): Map<number, number[]> {
	const byOwner = Map.groupBy(connectors, ({ owner }) => owner);
	return new Map([...byOwner].map(([owner, some]) => [owner, some.map(({ node }) => node)]));
}

/** A member's own start and noted connectors go where the member goes. */
function allMoved(
	{ community, moved }: Earlier,
	{ firstStart, notedBy }: Pick<CommunityGraph, 'firstStart' | 'notedBy'>
): Int32Array {
	const all = new Int32Array(community.graph.nodes).fill(-1);
	all.set(moved);
	for (let member = 0; member < community.members; member += 1) {
		const now = moved[member] ?? -1;
		if (now !== -1) all[community.firstStart + member] = firstStart + now;
	}
	for (const [member, nodes] of community.notedBy)
		for (const [at, node] of nodes.entries())
			all[node] = notedBy.get(moved[member] ?? -1)?.[at] ?? -1;
	return all;
}

/** One byte a node: 0 for where somebody of before is now. */
function whoIsAnew(nodes: number, moved: Int32Array): Uint8Array {
	const isAnew = new Uint8Array(nodes).fill(1);
	for (let node = 0; node < moved.length; node += 1) {
		const now = moved[node] ?? -1;
		if (now !== -1) isAnew[now] = 0;
	}
	return isAnew;
}

function placesOf(
	{ members, others, willing }: CommunityTies,
	nodes: number,
	connectors: readonly NotedConnector[]
) {
	const firstStart = members + others;
	const mayConnect = new Uint8Array(nodes);
	mayConnect.set(willing.subarray(0, members));
	const standsFor = new Int32Array(nodes);
	for (let node = 0; node < firstStart; node += 1) standsFor[node] = node;
	for (let member = 0; member < members; member += 1) standsFor[firstStart + member] = member;
	for (const { node, connector } of connectors) standsFor[node] = connector;
	return { mayConnect, standsFor };
}
