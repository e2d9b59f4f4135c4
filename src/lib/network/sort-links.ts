// Shorter lists are sorted sooner here than it takes to call the sort of typed arrays.
const short = 32;

/** Sorts the links of each node, strongest first, equals by neighbour; the arrays are a graph's. */
export function sortLinks(starts: Int32Array, links: Int32Array): void {
	const nodes = starts.length - 1;
	const pairs = new BigInt64Array(links.buffer, links.byteOffset, links.length / 2);
	for (let node = 0; node < nodes; node += 1) {
		const start = starts[node] ?? 0;
		const end = starts[node + 1] ?? 0;
		if (end - start <= 2 * short) insertInOrder(links, start, end);
		else sortPairs(links, pairs, start, end);
	}
}

// Strengths are above 0, so their bits are in the order of their size.
function insertInOrder(links: Int32Array, start: number, end: number): void {
	for (let next = start + 2; next < end; next += 2) {
		const neighbour = links[next] ?? 0;
		const bits = links[next + 1] ?? 0;
		let at = next - 2;
		for (; at >= start; at -= 2) {
			const before = links[at + 1] ?? 0;
			if (before > bits || (before === bits && (links[at] ?? 0) <= neighbour)) break;
			links[at + 2] = links[at] ?? 0;
			links[at + 3] = before;
		}
		links[at + 2] = neighbour;
		links[at + 3] = bits;
	}
}

// As one number of 64 bits, on the little-endian machines that there are, a link is its strength
// first; turned negative, the strongest comes first.
function sortPairs(links: Int32Array, pairs: BigInt64Array, start: number, end: number): void {
	turn(links, start, end);
	pairs.subarray(start / 2, end / 2).sort();
	turn(links, start, end);
}

function turn(links: Int32Array, start: number, end: number): void {
	for (let at = start + 1; at < end; at += 2) links[at] = ~(links[at] ?? 0);
}
