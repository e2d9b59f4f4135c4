import { buildGraph, type Graph } from '#lib/network/graph.ts';

/** Who knows whom, as the books of a community's members have it. */
export interface CommunityTies {
	/** How many members there are: they are the nodes 0 … members - 1. */
	members: number;
	/** How many others they know: the nodes that follow. */
	others: number;
	/** One byte a member: 1 for who may be asked to introduce. */
	willing: Uint8Array;
	ties: BookTies;
	/** What members noted of their contacts: that one knows another. */
	noted: readonly NotedTie[];
}

/** Tie i: the member owner[i] knows the node known[i]. */
export interface BookTies {
	owner: Int32Array;
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
	/** Member m starts from the node firstStart + m. */
	readonly firstStart: number;
	/** One byte a node; a search opens and closes some for its own time. */
	readonly mayConnect: Uint8Array;
	/** Of each node: the member or other whom it stands for. */
	readonly standsFor: Int32Array;
	/** Of a member: the nodes of the connectors they noted. */
	readonly notedBy: ReadonlyMap<number, readonly number[]>;
}

/** The graph of these ties. Throws a RangeError as `buildGraph` does. */
export function communityGraph(known: CommunityTies): CommunityGraph {
	const { members, others, willing, ties } = known;
	const firstStart = members + others;
	const stands = notedConnectors(known);
	const nodes = firstStart + members + stands.length;
	const standsFor = new Int32Array(nodes);
	for (let node = 0; node < firstStart; node += 1) standsFor[node] = node;
	for (let member = 0; member < members; member += 1) standsFor[firstStart + member] = member;
	for (const { node, connector } of stands) standsFor[node] = connector;
	const mayConnect = new Uint8Array(nodes);
	mayConnect.set(willing.subarray(0, members));
	const graph = buildGraph({ nodes, ...columnsOf(ties, firstStart, stands) });
	const notedBy = Map.groupBy(stands, ({ owner }) => owner);
	return {
		graph,
		firstStart,
		mayConnect,
		standsFor,
		notedBy: new Map([...notedBy].map(([owner, some]) => [owner, some.map(({ node }) => node)]))
	};
}

interface NotedConnector {
	node: number;
	owner: number;
	connector: number;
	ties: NotedTie[];
}

function notedConnectors({ members, others, noted }: CommunityTies): NotedConnector[] {
	const firstNoted = 2 * members + others;
	const byConnector = Map.groupBy(noted, ({ owner, connector }) => `${owner} ${connector}`);
	return [...byConnector.values()].flatMap((ties, at) => {
		const [tie] = ties;
		return tie ? [{ node: firstNoted + at, owner: tie.owner, connector: tie.connector, ties }] : [];
	});
}

/** Every tie from its owner's start; the shared ones from the owner as a connector as well. */
function columnsOf(
	{ owner, known, strength, shared }: BookTies,
	firstStart: number,
	stands: readonly NotedConnector[]
) {
	const beyond = stands.reduce((sum, { ties }) => sum + 1 + ties.length, 0);
	const most = 2 * owner.length + beyond;
	const a = new Int32Array(most);
	const b = new Int32Array(most);
	const strengths = new Float32Array(most);
	let count = 0;
	const add = (one: number, other: number, strong: number) => {
		a[count] = one;
		b[count] = other;
		strengths[count] = strong;
		count += 1;
	};
	for (let tie = 0; tie < owner.length; tie += 1) {
		const member = owner[tie] ?? 0;
		add(firstStart + member, known[tie] ?? 0, strength[tie] ?? 0);
		if (shared[tie]) add(member, known[tie] ?? 0, strength[tie] ?? 0);
	}
	for (const { node, owner: member, ties } of stands) {
		add(firstStart + member, node, Math.max(...ties.map(({ reach }) => reach)));
		for (const { target, strength: strong } of ties) add(node, target, strong);
	}
	return {
		a: a.subarray(0, count),
		b: b.subarray(0, count),
		strength: strengths.subarray(0, count)
	};
}
