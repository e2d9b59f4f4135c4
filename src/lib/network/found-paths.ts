import type { BestList } from '#lib/network/best-list.ts';

/** A path: who stands on it, from the first to the last, and the product of its ties' strengths. */
export interface Path {
	nodes: number[];
	/** Above 0, at most 1. */
	strength: number;
}

/** The paths of the list, all from this start. */
export function pathsFrom(start: number, { count, strengths, steps }: BestList): Path[] {
	const paths: Path[] = [];
	for (let at = 0; at < count; at += 1) {
		const nodes = [start];
		for (let step = 4 * at + 1; step < 4 * at + 4; step += 1) {
			const node = steps[step] ?? -1;
			if (node >= 0) nodes.push(node);
		}
		paths.push({ nodes, strength: strengths[at] ?? 0 });
	}
	return paths;
}
