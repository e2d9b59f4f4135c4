import {
	communityGraph,
	type CommunityGraph,
	type NotedTie
} from '#lib/network/community-graph.ts';

/** Somebody as paths name them: `member <id>`, else the id of a person, or of a contact who is nobody's person yet. */
export type Somebody = string;

/** One contact of a book, as far as paths need it. */
export interface KnownSomebody {
	/** The person, or the contact where it is nobody's person yet. */
	id: string;
	/** The member whom this contact is, by an e-mail address. */
	memberId: string | null;
	/** Above 0, at most 1. */
	strength: number;
	/** The owner lets the community know of it. */
	shared: boolean;
}

/** What one member's book tells of who knows whom. */
export interface KnownBook {
	known: readonly KnownSomebody[];
	/** Which of them know which others, as places in `known`. */
	noted: readonly { connector: number; target: number; strength: number }[];
}

/** The books of a community, held so that one can be replaced without reading the others again. */
export interface KnownBooks {
	/** Every id that was met, in the order of meeting. */
	readonly ids: string[];
	readonly numbers: Map<string, number>;
	readonly books: Map<string, HeldBook>;
}

interface HeldBook {
	/** Places in `ids`. */
	known: Int32Array;
	strength: Float32Array;
	shared: Uint8Array;
	/** Of those who are members: by their place in `known`. */
	members: Map<number, string>;
	noted: KnownBook['noted'];
}

/** No books. */
export function noBooks(): KnownBooks {
	return { ids: [], numbers: new Map(), books: new Map() };
}

/** Holds a member's book in place of what was held of it; nothing where there is none any more. */
export function holdBook(held: KnownBooks, ownerId: string, book: KnownBook | null): void {
	if (!book) {
		held.books.delete(ownerId);
		return;
	}
	const { known, noted } = book;
	held.books.set(ownerId, {
		known: Int32Array.from(known, ({ id }) => numberOf(held, id)),
		strength: Float32Array.from(known, ({ strength }) => strength),
		shared: Uint8Array.from(known, ({ shared }) => Number(shared)),
		members: new Map(known.flatMap(({ memberId }, at) => (memberId ? [[at, memberId]] : []))),
		noted
	});
}

function numberOf({ ids, numbers }: KnownBooks, id: string): number {
	const known = numbers.get(id);
	if (known !== undefined) return known;
	numbers.set(id, ids.length);
	return ids.push(id) - 1;
}

/** A community's graph with who stands where in it. */
export interface PeopledGraph {
	community: CommunityGraph;
	/** Of each member and other: who it is. */
	people: Somebody[];
	nodeOf: ReadonlyMap<Somebody, number>;
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
	for (const [number, node] of nodes.entries())
		if (node >= members.length) people[node] = held.ids[number] ?? '';
	const community = communityGraph({
		members: members.length,
		others: people.length - members.length,
		willing: Uint8Array.from(inOrder, ({ willing }) => Number(willing)),
		...tiesOf(held, memberNodes, nodes)
	});
	const nodeOf = new Map<Somebody, number>(people.map((id, node) => [id, node]));
	for (const [number, node] of nodes.entries())
		if (node >= 0) nodeOf.set(held.ids[number] ?? '', node);
	return { community, people, nodeOf };
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
	const others = [...isKnown.keys()].filter((number) => isKnown[number] && nodes[number] === -1);
	const ids = others.map((number) => held.ids[number] ?? '');
	const order = [...others.keys()].toSorted((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
	for (const place of order) nodes[others[place] ?? 0] = next++;
	return nodes;
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
