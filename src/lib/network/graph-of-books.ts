import {
	communityGraph,
	type CommunityGraph,
	type NotedTie
} from '#lib/network/community-graph.ts';
import { idsInOrder } from '#lib/network/ids-in-order.ts';
import type { KnownBook, KnownBooks, Somebody } from '#lib/network/known-books.ts';

/** A community's graph with who stands where in it. */
export interface PeopledGraph {
	community: CommunityGraph;
	/** Of each member and other: who it is. */
	people: Somebody[];
	/** The node of somebody; undefined for whoever is in no book, and no member. */
	nodeOf: (somebody: Somebody) => number | undefined;
}

/** A member of a community who may be asked to introduce, or not. */
export interface PossibleConnector {
	id: string;
	willing: boolean;
}

/**
 * The graph of all books. Who stands where depends on who there is and not on the order in which the
 * books came, so that every process orders equally good paths alike.
 */
export function graphOfBooks(
	held: KnownBooks,
	members: readonly PossibleConnector[]
): PeopledGraph {
	const inOrder = members.toSorted((one, other) => (one.id < other.id ? -1 : 1));
	const memberNodes = new Map(inOrder.map(({ id }, node) => [id, node]));
	const nodes = nodesOfIds(held, memberNodes);
	const people = inOrder.map(({ id }): Somebody => `member ${id}`);
	for (let number = 0; number < nodes.length; number += 1) {
		const node = nodes[number] ?? -1;
		if (node >= members.length) people[node] = held.ids[number] ?? '';
	}
	const community = communityGraph({
		members: members.length,
		others: people.length - members.length,
		willing: Uint8Array.from(inOrder, ({ willing }) => Number(willing)),
		...tiesOf(held, memberNodes, nodes)
	});
	return { community, people, nodeOf: whereIs(held, memberNodes, nodes) };
}

/** Of each id: its node. A person is a member where a contact says so that its owner shares. */
function nodesOfIds(held: KnownBooks, memberNodes: Map<string, number>): Int32Array {
	const nodes = new Int32Array(held.ids.length).fill(-1);
	const isKnown = new Uint8Array(held.ids.length);
	for (const { known, shared, members } of held.books.values()) {
		for (const number of known) isKnown[number] = 1;
		for (const [at, memberId] of members) {
			const node = memberNodes.get(memberId);
			const number = known[at] ?? 0;
			const before = nodes[number] ?? -1;
			// Of two members whom one person is said to be, the same one whatever came first.
			if (shared[at] && node !== undefined)
				nodes[number] = before === -1 ? node : Math.min(before, node);
		}
	}
	let next = memberNodes.size;
	for (const number of idsInOrder(held))
		if (isKnown[number] && nodes[number] === -1) nodes[number] = next++;
	return nodes;
}

/** A million names are not looked up anew for each graph: those that books hold are asked. */
function whereIs(
	{ numbers }: KnownBooks,
	memberNodes: ReadonlyMap<string, number>,
	nodes: Int32Array
) {
	const byName = new Map([...memberNodes].map(([id, node]) => [`member ${id}`, node]));
	return (somebody: Somebody) => {
		const node = nodes[numbers.get(somebody) ?? -1] ?? -1;
		return node === -1 ? byName.get(somebody) : node;
	};
}

function tiesOf(held: KnownBooks, memberNodes: Map<string, number>, nodes: Int32Array) {
	const noted: NotedTie[] = [];
	const books = [...memberNodes].flatMap(([id, owner]) => {
		const book = held.books.get(id);
		return book ? [{ owner, book }] : [];
	});
	const count = books.reduce((sum, { book }) => sum + book.known.length, 0);
	const ties = {
		owner: new Int32Array(count),
		known: new Int32Array(count),
		strength: new Float32Array(count),
		shared: new Uint8Array(count)
	};
	let from = 0;
	for (const { owner, book } of books) {
		const standing = book.known.map((number) => nodes[number] ?? 0);
		for (const [at, memberId] of book.members)
			standing[at] = memberNodes.get(memberId) ?? standing[at] ?? 0;
		ties.owner.fill(owner, from, from + standing.length);
		ties.known.set(standing, from);
		ties.strength.set(book.strength, from);
		ties.shared.set(book.shared, from);
		from += standing.length;
		for (const tie of book.noted) noted.push(...notedOf(owner, standing, book.strength, tie));
	}
	return { ties, noted };
}

function notedOf(
	owner: number,
	standing: Int32Array,
	strengths: Float32Array,
	{ connector, target, strength }: KnownBook['noted'][number]
): NotedTie[] {
	const one = standing[connector];
	const other = standing[target];
	if (one === undefined || other === undefined || one === other) return [];
	return [{ owner, connector: one, target: other, reach: strengths[connector] ?? 0, strength }];
}
