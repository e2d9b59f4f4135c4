import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedGraph } from '#lib/network/change-graph.ts';
import { buildGraph, type Graph } from '#lib/network/graph.ts';

type Tie = [one: number, other: number, strength: number];

function graphOf(nodes: number, ties: readonly Tie[]): Graph {
	return buildGraph({
		nodes,
		a: Int32Array.from(ties, ([one]) => one),
		b: Int32Array.from(ties, ([, other]) => other),
		strength: Float32Array.from(ties, ([, , strength]) => strength)
	});
}

/** What becomes of each node: it stays, it goes, and so many new ones come before it. */
const change = fc.record({ goes: fc.boolean(), comeFirst: fc.nat({ max: 2 }) });
const tie = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(0.25, 0.5, 1));
const changes = fc.record({
	each: fc.array(change, { maxLength: 12 }),
	isQuiet: fc.boolean(),
	before: fc.array(tie, { maxLength: 40 }),
	fresh: fc.array(tie, { maxLength: 40 })
});

function moves(each: readonly { goes: boolean; comeFirst: number }[]) {
	const moved = new Int32Array(each.length);
	let next = 0;
	for (const [node, { goes, comeFirst }] of each.entries()) {
		next += comeFirst;
		moved[node] = goes ? -1 : next;
		if (!goes) next += 1;
	}
	return { moved, nodes: next };
}

function among(nodes: number, ties: readonly Tie[]): Tie[] {
	return nodes === 0
		? []
		: ties.map(([one, other, strong]) => [one % nodes, other % nodes, strong]);
}

describe('a graph that is changed', () => {
	it('is the graph of the ties that are left, by their new numbers, and of the fresh ones', () => {
		fc.assert(
			fc.property(changes, ({ each, isQuiet, before, fresh }) => {
				// Who goes makes room for who comes where nobody else is to move.
				const quiet = each.map(({ goes }) => ({ goes, comeFirst: 0 }));
				const { moved, nodes } = isQuiet
					? {
							moved: Int32Array.from(quiet, ({ goes }, at) => (goes ? -1 : at)),
							nodes: each.length
						}
					: moves(each);
				const old = among(each.length, before);
				const stays = new Set(moved);
				const come = among(nodes, fresh).filter(([a, b]) => !stays.has(a) || !stays.has(b));
				const left = old.map(([a, b, strong]): Tie => [moved[a] ?? -1, moved[b] ?? -1, strong]);
				const all = [...left.filter(([a, b]) => a !== -1 && b !== -1), ...come];
				const graph = changedGraph(graphOf(each.length, old), moved, graphOf(nodes, come));
				expect(graph).toEqual(graphOf(nodes, all));
			}),
			{ numRuns: 300 }
		);
	});
});
