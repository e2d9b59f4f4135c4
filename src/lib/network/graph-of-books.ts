import {
	type BookTies,
	communityGraph,
	type CommunityGraph,
	type NotedTie
} from '#lib/network/community-graph.ts';
import type { HeldBook, KnownBooks, Somebody } from '#lib/network/known-books.ts';
import { type MadeOf, movedSince, ownersAnew } from '#lib/network/moved-standing.ts';
import { type Standing, standingIn, standingOf } from '#lib/network/who-stands-where.ts';

/** A community's graph with who stands where in it. */
export interface PeopledGraph {
	community: CommunityGraph;
	/** Who a member or other is; they are the nodes 0 … firstStart - 1. */
	whoIs: (node: number) => Somebody;
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
	const standing = standingIn(held, [...willing.keys()]);
	const madeOf = { held, books: new Map(held.books), standing };
	const since = before && { community: before.community, moved: movedSince(before.madeOf, madeOf) };
	const community = communityGraph(
		{
			members: standing.members.size,
			others: standing.numbers.length,
			willing: Uint8Array.from(standing.members.keys(), (id) => willing.get(id) ?? 0),
			...tiesOf(madeOf, since ? ownersAnew(since, standing.members.size) : null)
		},
		since
	);
	return { community, whoIs: whoIn(held, standing), nodeOf: whereIn(held, standing), madeOf };
}

const memberMark = 'member ';

/** A million names are not put in order anew for each graph: those that books hold are asked. */
function whoIn({ ids }: KnownBooks, { members, numbers }: Standing): PeopledGraph['whoIs'] {
	const memberIds = [...members.keys()];
	return (node) =>
		node < members.size
			? `${memberMark}${memberIds[node] ?? ''}`
			: (ids[numbers[node - members.size] ?? -1] ?? '');
}

function whereIn(held: KnownBooks, { members, nodes }: Standing): PeopledGraph['nodeOf'] {
	return (somebody) => {
		const node = nodes[held.numbers.get(somebody) ?? -1] ?? -1;
		if (node !== -1) return node;
		return somebody.startsWith(memberMark)
			? members.get(somebody.slice(memberMark.length))
			: undefined;
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
