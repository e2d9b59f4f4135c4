import type { Graph } from '../src/lib/network/graph.ts';
import { bestPaths, bestPathsToAny } from '../src/lib/network/paths.ts';
import type { Query } from './paths-queries.ts';

/** Another way to answer: strengths of the k best paths, best first. Slow ones are asked less. */
export interface Peer {
	name: string;
	/** How many queries of each kind it is asked. */
	each: number;
	ask(query: Query): number[] | Promise<number[]>;
	/** Lets go of what it holds. */
	close?(): Promise<void> | void;
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

/** Every tie in both directions, by the nodes' numbers. */
export function* linksInOrder({
	nodes,
	starts,
	links,
	strengths
}: Graph): Generator<[node: number, neighbour: number, strength: number]> {
	for (let node = 0; node < nodes; node += 1) {
		const ties: [number, number, number][] = [];
		for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 2)
			ties.push([node, links[at] ?? 0, strengths[at + 1] ?? 0]);
		yield* ties.toSorted(([, one], [, other]) => one - other);
	}
}

/** From which side a search is shorter: where it starts and what it aims at. Both are asked the same way. */
export function shorterSide(graph: Graph, { from, targets }: Query): [number, number[]] {
	const [to = 0] = targets;
	return targets.length === 1 && linksBeyond(graph, to) < linksBeyond(graph, from)
		? [to, [from]]
		: [from, [...new Set(targets)]];
}

function linksBeyond({ starts, links }: Graph, node: number): number {
	let sum = 0;
	for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 2) {
		const near = links[at] ?? 0;
		sum += (starts[near + 1] ?? 0) - (starts[near] ?? 0);
	}
	return sum;
}
