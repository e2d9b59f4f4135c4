import type { Earlier } from '#lib/network/community-graph.ts';
import type { HeldBook, KnownBooks } from '#lib/network/known-books.ts';
import { linksFrom } from '#lib/network/links-from.ts';
import type { Standing } from '#lib/network/who-stands-where.ts';

/** What a graph was made of. Books are never written into: one that changed is another. */
export interface MadeOf {
	/** In which ids have their numbers. */
	readonly held: KnownBooks;
	readonly books: ReadonlyMap<string, HeldBook>;
	readonly standing: Standing;
}

/**
 * Where each member and other of before stands now, in the same order. It is -1 for who is gone, and
 * for a member whose ties are to be made anew, since the book is another or somebody in it stands
 * elsewhere. Both must be of the same numbers.
 */
export function movedSince(before: MadeOf, now: MadeOf): Int32Array {
	const was = before.standing.members;
	const is = now.standing.members;
	const moved = new Int32Array(was.size + before.standing.numbers.length).fill(-1);
	for (const [id, node] of was) moved[node] = is.get(id) ?? -1;
	const elsewhere = moveOthers(before.standing, now.standing, moved);
	const isAnother = ({ known, members }: HeldBook) =>
		(elsewhere.size > 0 && known.some((number) => elsewhere.has(number))) ||
		members.values().some((id) => was.has(id) !== is.has(id));
	for (const [id, node] of was) {
		const book = before.books.get(id);
		if (book !== now.books.get(id) || (book && isAnother(book))) moved[node] = -1;
	}
	return moved;
}

/** Gives the numbers of those who became another: a member, or no member any more. */
function moveOthers(before: Standing, now: Standing, moved: Int32Array): Set<number> {
	const elsewhere = new Set<number>();
	for (let number = 0; number < before.nodes.length; number += 1) {
		const node = before.nodes[number] ?? -1;
		const next = now.nodes[number] ?? -1;
		if (node === -1) continue;
		if (node >= before.members.size && next >= now.members.size) moved[node] = next;
		else if (moved[node] !== next) elsewhere.add(number);
	}
	return elsewhere;
}

/** In whose books ties may be anew: those of members who are, and of who knew one who is. */
export function ownersAnew({ community, moved }: Earlier, members: number): Set<number> {
	const { graph, members: before, firstStart } = community;
	const asBefore = new Set(moved.subarray(0, before));
	const owners = new Set(Array.from({ length: members }, (_, owner) => owner)).difference(asBefore);
	for (let member = 0; member < before; member += 1) {
		if (moved[member] !== -1) continue;
		for (const [node] of linksFrom(graph, member)) {
			const owner = node - firstStart < before ? (moved[node - firstStart] ?? -1) : -1;
			if (owner !== -1) owners.add(owner);
		}
	}
	return owners;
}
