import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Path } from '#lib/network/found-paths.ts';
import { buildGraph, type TieColumns } from '#lib/network/graph.ts';
import type { PathWish } from '#lib/network/path-wish.ts';
import { bestPaths, bestPathsToAny } from '#lib/network/paths.ts';

type Tie = [one: number, other: number, strength: number];

interface Case {
	nodes: number;
	ties: Tie[];
	from: number;
	targets: number[];
	wish: PathWish;
}

function columnsOf(nodes: number, ties: readonly Tie[]): TieColumns {
	return {
		nodes,
		a: Int32Array.from(ties, ([one]) => one),
		b: Int32Array.from(ties, ([, other]) => other),
		strength: Float32Array.from(ties, ([, , strength]) => strength)
	};
}

/** Every path there is, by walking all of them; the strengths of the ties stand in a square. */
function walkAll({ nodes, ties, from, targets, wish }: Case): Path[] {
	const square = Array.from({ length: nodes }, () => new Float32Array(nodes));
	for (const [one, other, strength] of ties)
		for (const [row, column] of [
			[one, other],
			[other, one]
		] as const) {
			const cells = square[row] ?? new Float32Array();
			cells[column] = Math.max(cells[column] ?? 0, Math.fround(strength));
		}
	const paths: Path[] = [];
	const walk = (path: number[], strength: number): void => {
		const here = path.at(-1) ?? 0;
		if (path.length > 1 && targets.includes(here)) paths.push({ nodes: path, strength });
		const goesOn = path.length === 1 || !wish.mayConnect || wish.mayConnect[here] !== 0;
		if (path.length > wish.maxTies || !goesOn) return;
		square[here]?.forEach((tie, next) => {
			if (tie > 0 && !path.includes(next)) walk([...path, next], strength * tie);
		});
	};
	walk([from], 1);
	return paths.toSorted(better).slice(0, wish.k);
}

function better(one: Path, other: Path): number {
	const step = one.nodes.findIndex((node, at) => node !== other.nodes[at]);
	return (
		other.strength - one.strength ||
		one.nodes.length - other.nodes.length ||
		(one.nodes[step] ?? 0) - (other.nodes[step] ?? 0)
	);
}

// Few different strengths make many equal paths, many different ones make none.
const coarse = fc.constantFrom(0.3, 0.6, 0.9);
const fine = fc.float({ min: Math.fround(1e-6), max: 1, noNaN: true });

function cases(strength: fc.Arbitrary<number>): fc.Arbitrary<Case> {
	return fc.integer({ min: 1, max: 14 }).chain((nodes) => {
		const node = fc.nat({ max: nodes - 1 });
		const tie = fc.tuple(node, node, strength);
		const bytes = fc.array(fc.constantFrom(0, 1), { minLength: nodes, maxLength: nodes });
		return fc.record({
			nodes: fc.constant(nodes),
			ties: fc.array(tie, { maxLength: 60, size: 'max' }),
			from: node,
			targets: fc.array(node, { maxLength: 6 }),
			wish: fc.record(
				{
					k: fc.integer({ min: 1, max: 30 }),
					maxTies: fc.constantFrom(1, 2, 3),
					mayConnect: bytes.map((some) => Uint8Array.from(some))
				},
				{ requiredKeys: ['k', 'maxTies'] }
			)
		});
	});
}

describe.each([
	['few strengths', cases(coarse)],
	['many strengths', cases(fine)]
])('with %s', (_, anyCase) => {
	it('finds to one node the paths that walking all of them finds', () => {
		fc.assert(
			fc.property(anyCase, fc.nat(), (some, any) => {
				const to = any % some.nodes;
				const graph = buildGraph(columnsOf(some.nodes, some.ties));
				const expected = walkAll({ ...some, targets: [to] });
				expect(bestPaths(graph, some.from, to, some.wish)).toEqual(expected);
			}),
			{ numRuns: 1500 }
		);
	});

	it('finds to any of several nodes the paths that walking all of them finds, each time', () => {
		fc.assert(
			fc.property(anyCase, (some) => {
				const graph = buildGraph(columnsOf(some.nodes, some.ties));
				const ask = () =>
					bestPathsToAny(graph, some.from, Int32Array.from(some.targets), some.wish);
				const expected = walkAll(some);
				expect(ask()).toEqual(expected);
				expect(ask()).toEqual(expected);
			}),
			{ numRuns: 1500 }
		);
	});

	it('answers the same whatever the order and direction of the ties', () => {
		const mixed = anyCase.chain((some) =>
			fc
				.tuple(
					fc.shuffledSubarray(some.ties, { minLength: some.ties.length }),
					fc.array(fc.boolean(), { minLength: some.ties.length, maxLength: some.ties.length })
				)
				.map(([ties, turned]) => ({
					some,
					ties: ties.map(([a, b, s], at): Tie => (turned[at] ? [b, a, s] : [a, b, s]))
				}))
		);
		fc.assert(
			fc.property(mixed, ({ some, ties }) => {
				const targets = Int32Array.from(some.targets);
				const one = buildGraph(columnsOf(some.nodes, some.ties));
				const other = buildGraph(columnsOf(some.nodes, ties));
				expect(other.links).toEqual(one.links);
				expect(bestPathsToAny(other, some.from, targets, some.wish)).toEqual(
					bestPathsToAny(one, some.from, targets, some.wish)
				);
			})
		);
	});
});

describe('what is asked', () => {
	const graph = buildGraph(columnsOf(3, [[0, 1, 0.5]]));

	it('is refused when it is no node, no k, no maxTies or a mayConnect of another graph', () => {
		const wish: PathWish = { k: 5, maxTies: 3 };
		for (const node of [-1, 3, 0.5, Number.NaN]) {
			expect(() => bestPaths(graph, node, 1, wish)).toThrow(RangeError);
			expect(() => bestPaths(graph, 1, node, wish)).toThrow(RangeError);
		}
		expect(() => bestPathsToAny(graph, 0, Int32Array.of(1, 3), wish)).toThrow('3 is no node');
		for (const k of [0, 1001, 1.5])
			expect(() => bestPaths(graph, 0, 1, { ...wish, k })).toThrow(RangeError);
		const narrow = { ...wish, mayConnect: new Uint8Array(2) };
		expect(() => bestPaths(graph, 0, 1, narrow)).toThrow('2 bytes for 3 nodes');
	});

	it('has no answer from a node to itself, to nobody, or where no tie leads', () => {
		const wish: PathWish = { k: 5, maxTies: 3 };
		expect(bestPaths(graph, 0, 0, wish)).toEqual([]);
		expect(bestPaths(graph, 0, 2, wish)).toEqual([]);
		expect(bestPathsToAny(graph, 0, new Int32Array(), wish)).toEqual([]);
	});
});
