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

function merged(some: Int32Array, others: Int32Array, ids: readonly string[]): Int32Array {
	const all = new Int32Array(some.length + others.length);
	let at = 0;
	let from = 0;
	for (const other of others) {
		for (; from < some.length && compare(ids[some[from] ?? 0], ids[other]) < 0; from += 1)
			all[at++] = some[from] ?? 0;
		all[at++] = other;
	}
	all.set(some.subarray(from), at);
	return all;
}

function compare(one = '', other = ''): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
