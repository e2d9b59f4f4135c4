import type { Graph } from '../src/lib/network/graph.ts';
import { bestPaths, bestPathsToAny } from '../src/lib/network/paths.ts';
import type { Query } from './paths-queries.ts';

/** Another way to answer: strengths of the k best paths, best first. Slow ones are asked less. */
export interface Peer {
	name: string;
	/** How many queries of each kind it is asked. */
	each: number;
	ask(query: Query): number[];
}

/** Our own engine. */
export function ours(graph: Graph, each: number): Peer {
	return {
		name: 'ours',
		each,
		ask: ({ from, targets, k }) => {
			const to = targets.length === 1 ? targets[0] : undefined;
			const wish = { k, maxTies: 3 } as const;
			const paths =
				to === undefined
					? bestPathsToAny(graph, from, targets, wish)
					: bestPaths(graph, from, to, wish);
			return paths.map(({ strength }) => strength);
		}
	};
}
