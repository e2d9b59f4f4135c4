import { UndirectedGraph } from 'graphology';
import type { Graph } from '../src/lib/network/graph.ts';
import { linksInOrder, type Peer, shorterSide } from './paths-peers.ts';

type Ties = UndirectedGraph<Record<string, never>, { s: number }>;

/** graphology, which has no such search of its own: its neighbours walked and met in the middle. */
export function graphology(graph: Graph, each: number): Peer {
	const ties: Ties = new UndirectedGraph({ multi: false, allowSelfLoops: false });
	for (let node = 0; node < graph.nodes; node += 1) ties.addNode(node);
	for (const [one, other, s] of linksInOrder(graph))
		if (one < other) ties.addEdge(one, other, { s });
	return {
		name: 'graphology, met in the middle',
		each,
		ask: (query) => {
			const [root, aim] = shorterSide(graph, query);
			return strongest(ties, String(root), aim.map(String), query.k);
		}
	};
}

function strongest(ties: Ties, root: string, aim: string[], k: number): number[] {
	const best: number[] = [];
	const offer = (strength: number) => {
		if (best.length === k && strength <= (best[k - 1] ?? 0)) return;
		let at = best.length;
		while (at > 0 && (best[at - 1] ?? 0) < strength) at -= 1;
		best.splice(at, 0, strength);
		best.length = Math.min(best.length, k);
	};
	const last = lastTies(ties, root, aim, offer);
	ties.forEachEdge(root, (_, { s }, one, other) => {
		const near = one === root ? other : one;
		for (const tie of last.get(near) ?? []) offer(s * tie.s);
		ties.forEachEdge(near, (_edge, { s: second }, source, target) => {
			const far = source === near ? target : source;
			const found = last.get(far);
			if (!found || far === root) return;
			for (const tie of found) if (tie.target !== near) offer(s * second * tie.s);
		});
	});
	return best;
}

function lastTies(ties: Ties, root: string, aim: string[], offer: (strength: number) => void) {
	const last = new Map<string, { target: string; s: number }[]>();
	for (const target of aim) {
		if (target === root) continue;
		ties.forEachEdge(target, (_, { s }, one, other) => {
			const node = one === target ? other : one;
			if (node === root) offer(s);
			else last.set(node, [...(last.get(node) ?? []), { target, s }]);
		});
	}
	return last;
}
