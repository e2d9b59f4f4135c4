import type { Graph } from '#lib/network/graph.ts';

/** How many numbers of links, two a link, are fetched at once. */
export const fetchedAtOnce = 32;

/**
 * Reads the first link of each neighbour who stands in this stretch of the links. Their places in
 * memory are far apart: read in a row, the memory fetches them all at once, and the search after it
 * does not wait for each. Who calls it keeps the number, or the reading would be left out as useless.
 */
export function fetchLinks({ starts, links }: Graph, from: number, end: number): number {
	let read = 0;
	for (let at = from; at < end; at += 2) read ^= links[starts[links[at] ?? 0] ?? 0] ?? 0;
	return read;
}
