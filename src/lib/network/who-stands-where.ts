import { idsInOrder } from '#lib/network/ids-in-order.ts';
import type { HeldBook, KnownBooks } from '#lib/network/known-books.ts';

/** Who stands where: the members first, in the order of their ids, then the others likewise. */
export interface Standing {
	/** Of each member, in order. */
	readonly members: ReadonlyMap<string, number>;
	/** Of each number in `KnownBooks`; -1 for who is in no book. */
	readonly nodes: Int32Array;
	/** Of each other, in order: the number. */
	readonly numbers: Int32Array;
}

/** Where everybody stands. A person is a member where a contact says so that its owner shares. */
export function standingIn(held: KnownBooks, memberIds: readonly string[]): Standing {
	const members = new Map(memberIds.toSorted().map((id, node) => [id, node]));
	const nodes = new Int32Array(held.ids.length).fill(-1);
	const isKnown = new Uint8Array(held.ids.length);
	for (const book of held.books.values()) {
		const { known } = book;
		for (let at = 0; at < known.length; at += 1) isKnown[known[at] ?? 0] = 1;
		standAsMembers(book, members, nodes);
	}
	const order = idsInOrder(held);
	const numbers = new Int32Array(order.length);
	let others = 0;
	for (let at = 0; at < order.length; at += 1) {
		const number = order[at] ?? 0;
		if (!isKnown[number] || nodes[number] !== -1) continue;
		nodes[number] = members.size + others;
		numbers[others] = number;
		others += 1;
	}
	return { members, nodes, numbers: numbers.subarray(0, others) };
}

function standAsMembers(
	{ known, shared, members: saidOf }: HeldBook,
	members: ReadonlyMap<string, number>,
	nodes: Int32Array
): void {
	for (const [at, memberId] of saidOf) {
		const node = members.get(memberId);
		const number = known[at] ?? 0;
		const before = nodes[number] ?? -1;
		// Of two members whom one person is said to be, the same one whatever came first.
		if (shared[at] && node !== undefined)
			nodes[number] = before === -1 ? node : Math.min(before, node);
	}
}

/** Where those of a book stand: for its owner, who a contact is goes before who its person is. */
export function standingOf({ known, members: saidOf }: HeldBook, { members, nodes }: Standing) {
	const standing = new Int32Array(known.length);
	for (let at = 0; at < known.length; at += 1) standing[at] = nodes[known[at] ?? -1] ?? 0;
	for (const [at, memberId] of saidOf) standing[at] = members.get(memberId) ?? standing[at] ?? 0;
	return standing;
}
