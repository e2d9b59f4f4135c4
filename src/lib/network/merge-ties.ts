import { sortLinks } from '#lib/network/sort-links.ts';

/**
 * Puts each node's strongest link first and keeps one link, the strongest, to each neighbour. Both
 * arrays have the shape of a graph's and are changed; links move forward over what is dropped.
 * Returns how many numbers of `links` are left.
 */
export function mergeTies(starts: Int32Array, links: Int32Array): number {
	const nodes = starts.length - 1;
	sortLinks(starts, links);
	// The last node that was seen to have this neighbour, from 1.
	const seenBy = new Int32Array(nodes);
	let kept = 0;
	let from = 0;
	for (let node = 0; node < nodes; node += 1) {
		const end = starts[node + 1] ?? 0;
		for (let at = from; at < end; at += 2) {
			const neighbour = links[at] ?? 0;
			if (seenBy[neighbour] === node + 1) continue;
			seenBy[neighbour] = node + 1;
			links[kept] = neighbour;
			links[kept + 1] = links[at + 1] ?? 0;
			kept += 2;
		}
		from = end;
		starts[node + 1] = kept;
	}
	return kept;
}
