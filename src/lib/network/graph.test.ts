import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, type TieColumns } from '#lib/network/graph.ts';

function columnsOf(nodes: number, ties: readonly (readonly number[])[]): TieColumns {
	return {
		nodes,
		a: Int32Array.from(ties, ([one = 0]) => one),
		b: Int32Array.from(ties, ([, other = 0]) => other),
		strength: Float32Array.from(ties, ([, , strength = 0]) => strength)
	};
}

function linksOf(columns: TieColumns): Array<[neighbour: number, strength: number][]> {
	const { nodes, starts, links, strengths } = buildGraph(columns);
	return Array.from({ length: nodes }, (_, node) => {
		const found: [number, number][] = [];
		for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 2)
			found.push([links[at] ?? -1, strengths[at + 1] ?? -1]);
		return found;
	});
}

describe('a graph', () => {
	it('has each tie at both ends, the strongest first', () => {
		const ties = [
			[0, 1, 0.25],
			[2, 0, 1],
			[0, 3, 0.5]
		];
		expect(linksOf(columnsOf(5, ties))).toEqual([
			[
				[2, 1],
				[3, 0.5],
				[1, 0.25]
			],
			[[0, 0.25]],
			[[0, 1]],
			[[0, 0.5]],
			[]
		]);
	});

	it('keeps the strongest tie of a pair and none of anybody to themself', () => {
		const ties = [
			[1, 1, 1],
			[0, 1, 0.25],
			[1, 0, 0.75],
			[0, 1, 0.5]
		];
		const columns = columnsOf(2, ties);
		expect(linksOf(columns)).toEqual([[[1, 0.75]], [[0, 0.75]]]);
		expect(buildGraph(columns).ties).toBe(1);
	});

	it('sorts long lists of links as it sorts short ones', () => {
		const strength = fc.constantFrom(0.125, 0.25, 0.5, 1);
		const star = fc.array(strength, { minLength: 20, maxLength: 200 });
		fc.assert(
			fc.property(star, (strengths) => {
				const ties = strengths.map((strong, at) => [0, at + 1, strong]);
				const [center] = linksOf(columnsOf(ties.length + 1, ties));
				const inOrder = ties
					.map(([, node = 0, strong = 0]) => [node, strong])
					.toSorted(([a = 0, s = 0], [b = 0, t = 0]) => t - s || a - b);
				expect(center).toEqual(inOrder);
			})
		);
	});

	it('refuses ends that are no node, strengths out of bounds and columns that do not fit', () => {
		for (const tie of [
			[0, 2, 0.5],
			[-1, 0, 0.5],
			[0, 1, 0],
			[0, 1, -0.5],
			[0, 1, 1.01],
			[0, 1, Number.NaN]
		])
			expect(() => buildGraph(columnsOf(2, [[0, 1, 1], tie]))).toThrow('tie 1 is wrong');
		const columns = columnsOf(2, [[0, 1, 1]]);
		expect(() => buildGraph({ ...columns, a: new Int32Array() })).toThrow(RangeError);
		expect(() => buildGraph({ ...columns, nodes: 1.5 })).toThrow(RangeError);
		expect(() => buildGraph({ ...columns, nodes: -1 })).toThrow(RangeError);
	});

	it('may be empty', () => {
		expect(linksOf(columnsOf(0, []))).toEqual([]);
	});
});
