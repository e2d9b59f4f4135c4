import { IntList } from '#lib/matching/int-list.ts';

/** Pairs of records by their places, in the order in which they were found; there may be millions. */
export class PairList {
	#a = new IntList();
	#b = new IntList();

	get count(): number {
		return this.#a.count;
	}

	/** The first places, and the second ones; beyond `count` they say nothing. */
	get a(): Int32Array {
		return this.#a.row;
	}

	get b(): Int32Array {
		return this.#b.row;
	}

	add(a: number, b: number): void {
		this.#a.add(a);
		this.#b.add(b);
	}
}

/** Places stay below this bound, so that a pair of them is a whole number. */
const mostPlaces = 2 ** 26;

/** The pairs of several lists in the order of their places, however they were shared out. */
export function inPlaceOrder(lists: readonly { a: Int32Array; b: Int32Array }[]): PairList {
	const total = lists.reduce((sum, { a }) => sum + a.length, 0);
	const numbers = new Float64Array(total);
	let filled = 0;
	for (const { a, b } of lists)
		for (const [at, one] of a.entries()) numbers[filled++] = one * mostPlaces + (b[at] ?? 0);
	const pairs = new PairList();
	numbers.sort();
	for (const number of numbers) pairs.add(Math.floor(number / mostPlaces), number % mostPlaces);
	return pairs;
}
