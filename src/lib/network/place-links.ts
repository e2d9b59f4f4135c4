import type { TieColumns } from '#lib/network/graph.ts';

/** Where the links of each node start, as in `Graph`. Throws a RangeError for a tie that is none. */
export function countLinks({ nodes, a, b, strength }: TieColumns): Int32Array {
	const starts = new Int32Array(nodes + 1);
	for (let tie = 0; tie < a.length; tie += 1) {
		const one = a[tie] ?? 0;
		const other = b[tie] ?? 0;
		const strong = strength[tie] ?? 0;
		const isTie = one >= 0 && other >= 0 && one < nodes && other < nodes;
		if (!isTie || !(strong > 0 && strong <= 1))
			throw new RangeError(`tie ${tie} is wrong: ${one}, ${other}, ${strong}`);
		if (one === other) continue;
		starts[one + 1] = (starts[one + 1] ?? 0) + 2;
		starts[other + 1] = (starts[other + 1] ?? 0) + 2;
	}
	for (let node = 0; node < nodes; node += 1)
		starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
	return starts;
}

/** Puts both links of each tie where its nodes have theirs, in the order of the ties. */
export function placeLinks(
	{ a, b, strength }: TieColumns,
	starts: Int32Array,
	links: Int32Array
): void {
	const next = starts.slice();
	const bits = new Int32Array(strength.buffer, strength.byteOffset, strength.length);
	for (let tie = 0; tie < a.length; tie += 1) {
		const one = a[tie] ?? 0;
		const other = b[tie] ?? 0;
		if (one === other) continue;
		const strong = bits[tie] ?? 0;
		const atOne = next[one] ?? 0;
		const atOther = next[other] ?? 0;
		links[atOne] = other;
		links[atOne + 1] = strong;
		links[atOther] = one;
		links[atOther + 1] = strong;
		next[one] = atOne + 2;
		next[other] = atOther + 2;
	}
}
