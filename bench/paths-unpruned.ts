import type { Graph } from '../src/lib/network/graph.ts';
import type { Peer } from './paths-peers.ts';
import type { Query } from './paths-queries.ts';

/** The same arrays without any cleverness: from the start, every link, no bounds. */
export function unpruned(graph: Graph, each: number): Peer {
	return { name: 'typed arrays, no pruning', each, ask: (query) => walk(graph, query) };
}

function walk({ starts, links, strengths }: Graph, { from, targets, k }: Query): number[] {
	const best: number[] = [];
	const offer = (strength: number) => {
		if (best.length === k && strength <= (best[k - 1] ?? 0)) return;
		const at = best.findIndex((other) => other < strength);
		best.splice(at < 0 ? best.length : at, 0, strength);
		if (best.length > k) best.pop();
	};
	const last = new Map<number, [target: number, strength: number][]>();
	for (const target of new Set(targets).difference(new Set([from])))
		for (let at = starts[target] ?? 0; at < (starts[target + 1] ?? 0); at += 2) {
			const node = links[at] ?? 0;
			const ties = last.get(node) ?? [];
			ties.push([target, strengths[at + 1] ?? 0]);
			last.set(node, ties);
		}
	for (const [, strength] of last.get(from) ?? []) offer(strength);
	const marked = new Uint8Array(starts.length);
	for (const node of last.keys()) if (node !== from) marked[node] = 1;
	for (let at = starts[from] ?? 0; at < (starts[from + 1] ?? 0); at += 2) {
		const near = links[at] ?? 0;
		const strong = strengths[at + 1] ?? 0;
		if (marked[near]) for (const [, strength] of last.get(near) ?? []) offer(strong * strength);
		for (let on = starts[near] ?? 0; on < (starts[near + 1] ?? 0); on += 2) {
			const far = links[on] ?? 0;
			if (!marked[far]) continue;
			for (const [target, strength] of last.get(far) ?? [])
				if (target !== near) offer(strong * (strengths[on + 1] ?? 0) * strength);
		}
	}
	return best;
}
