import { type Graph, graphOf, mostNodes } from '#lib/network/graph.ts';

/** Why bytes are no graph; the ties themselves are still to be had where they came from. */
export type SnapshotRefusal = 'no_snapshot' | 'other_version' | 'damaged';

// Read with the other byte order it is another number, so a snapshot of another kind of machine is refused.
const mark = 0x45_4e_54_31;
const version = 1;
const headNumbers = 6;

/**
 * The bytes of a graph, in pieces to be written one after the other; the second and third are the
 * graph's own memory. Head: mark, version, nodes, numbers of links, a sum of each array.
 */
export function graphSnapshot({ nodes, starts, links }: Graph): Int32Array[] {
	const head = [mark, version, nodes, links.length, sumOf(links), sumOf(starts)];
	return [Int32Array.from(head), links, starts];
}

/** The graph of a snapshot, in the snapshot's own memory, which is not to be used for anything else. */
export function graphFromSnapshot(bytes: ArrayBuffer): Graph | SnapshotRefusal {
	if (bytes.byteLength < 4 * headNumbers) return 'no_snapshot';
	const [marked, written, nodes = 0, length = 0, linksSum, startsSum] = new Int32Array(
		bytes,
		0,
		headNumbers
	);
	if (marked !== mark) return 'no_snapshot';
	if (written !== version) return 'other_version';
	if (nodes < 0 || nodes > mostNodes || length < 0 || length % 4 !== 0) return 'damaged';
	const atStarts = 4 * (headNumbers + length);
	if (bytes.byteLength !== atStarts + 4 * (nodes + 1)) return 'damaged';
	const links = new Int32Array(bytes, 4 * headNumbers, length);
	const starts = new Int32Array(bytes, atStarts, nodes + 1);
	if (sumOf(starts) !== startsSum || sumOf(links) !== linksSum) return 'damaged';
	return graphOf(starts, links);
}

/** A checksum against torn and rotten files, not against whoever wants to deceive. */
function sumOf(numbers: Int32Array): number {
	let sum = 0;
	for (let at = 0; at < numbers.length; at += 1)
		sum = Math.imul(sum ^ (numbers[at] ?? 0), 0x01000193) + 1;
	return sum | 0;
}
