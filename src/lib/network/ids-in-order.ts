import type { KnownBooks } from '#lib/network/known-books.ts';

/** Places in `ids` in the order of the ids. Those that came since the last time are sorted in. */
export function idsInOrder(held: KnownBooks): Int32Array {
	const { ids, order } = held;
	if (order.length === ids.length) return order;
	const fresh = Int32Array.from(
		{ length: ids.length - order.length },
		(_, at) => order.length + at
	);
	fresh.sort((one, other) => compare(ids[one], ids[other]));
	held.order = merged(order, fresh, ids);
	return held.order;
}

/** A few among a million: where each belongs is looked for, and what is between them is copied. */
function merged(some: Int32Array, others: Int32Array, ids: readonly string[]): Int32Array {
	const all = new Int32Array(some.length + others.length);
	let from = 0;
	for (const [at, other] of others.entries()) {
		const until = firstAfter(some, ids, { from, id: ids[other] ?? '' });
		all.set(some.subarray(from, until), from + at);
		all[until + at] = other;
		from = until;
	}
	all.set(some.subarray(from), from + others.length);
	return all;
}

function firstAfter(
	order: Int32Array,
	ids: readonly string[],
	{ from, id }: { from: number; id: string }
): number {
	let low = from;
	let high = order.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (compare(ids[order[middle] ?? 0], id) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

function compare(one = '', other = ''): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
