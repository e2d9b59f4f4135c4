import {
	type BookTies,
	communityGraph,
	type CommunityGraph,
	type NotedTie
} from '#lib/network/community-graph.ts';
import { idsInOrder } from '#lib/network/ids-in-order.ts';
import type { HeldBook, KnownBooks, Somebody } from '#lib/network/known-books.ts';
import { type MadeOf, movedSince, ownersAnew } from '#lib/network/moved-standing.ts';
import {
	isSameStanding,
	type Standing,
	standingIn,
	standingOf
} from '#lib/network/who-stands-where.ts';

/** A community's graph with who stands where in it. */
export interface PeopledGraph {
	community: CommunityGraph;
	/** Of each member and other: who it is. */
	people: Somebody[];
	/** The node of somebody; undefined for whoever is in no book, and no member. */
	nodeOf: (somebody: Somebody) => number | undefined;
	/** From which the next one can tell what has changed. */
	madeOf: MadeOf;
}

/** A member of a community who may be asked to introduce, or not. */
export interface PossibleConnector {
	id: string;
	willing: boolean;
}

/**
 * The graph of all books. Who stands where depends on who there is and not on the order in which the
 * books came, so that every process orders equally good paths alike. With the graph of before it is
 * the same, but only what changed since is made anew, and the rest is copied.
 */
export function graphOfBooks(
	held: KnownBooks,
	members: readonly PossibleConnector[],
	earlier?: PeopledGraph
): PeopledGraph {
	const before = earlier?.madeOf.held === held ? earlier : undefined;
	const willing = new Map(members.map(({ id, willing: isWilling }) => [id, Number(isWilling)]));
	const found = standingIn(held, [...willing.keys()]);
	const isSame = before && isSameStanding(before.madeOf.standing, found);
	const standing = isSame ? before.madeOf.standing : found;
	const madeOf = { held, books: new Map(held.books), standing };
	const since = before && { community: before.community, moved: movedSince(before.madeOf, madeOf) };
	const community = communityGraph(
		{
			members: standing.members.size,
			others: standing.count - standing.members.size,
			willing: Uint8Array.from(standing.members.keys(), (id) => willing.get(id) ?? 0),
			...tiesOf(madeOf, since ? ownersAnew(since, standing.members.size) : null)
		},
		since
	);
	if (isSame) return { ...before, community, madeOf };
	return { community, people: peopleIn(held, standing), nodeOf: whereIs(held, standing), madeOf };
}

function peopleIn(held: KnownBooks, { members, nodes }: Standing): Somebody[] {
	const people = [...members.keys()].map((id): Somebody => `member ${id}`);
	const order = idsInOrder(held);
	for (let at = 0; at < order.length; at += 1) {
		const number = order[at] ?? 0;
		if ((nodes[number] ?? -1) >= members.size) people.push(held.ids[number] ?? '');
	}
	return people;
}

/** A million names are not looked up anew for each graph: those that books hold are asked. */
function whereIs({ numbers }: KnownBooks, { members, nodes }: Standing) {
	const byName = new Map([...members].map(([id, node]) => [`member ${id}`, node]));
	return (somebody: Somebody) => {
		const node = nodes[numbers.get(somebody) ?? -1] ?? -1;
		return node === -1 ? byName.get(somebody) : node;
	};
}

/** The ties of the books of these owners, or of all; and what is noted in any. */
function tiesOf({ books, standing }: MadeOf, owners: ReadonlySet<number> | null) {
	const ties: BookTies[] = [];
	const noted: NotedTie[] = [];
	for (const [id, owner] of standing.members) {
		const book = books.get(id);
		if (!book || (owners && !owners.has(owner) && book.noted.length === 0)) continue;
		const known = standingOf(book, standing);
		ties.push({ owner, known, strength: book.strength, shared: book.shared });
		for (const tie of book.noted) noted.push(...notedOf(owner, known, book.strength, tie));
	}
	return { ties, noted };
}

function notedOf(
	owner: number,
	standing: Int32Array,
	strengths: Float32Array,
	{ connector, target, strength }: HeldBook['noted'][number]
): NotedTie[] {
	const one = standing[connector];
	const other = standing[target];
	if (one === undefined || other === undefined || one === other) return [];
	return [{ owner, connector: one, target: other, reach: strengths[connector] ?? 0, strength }];
}
