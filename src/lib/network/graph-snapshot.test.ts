import { describe, expect, it } from 'vitest';
import { buildGraph } from '#lib/network/graph.ts';
import { graphFromSnapshot, graphSnapshot } from '#lib/network/graph-snapshot.ts';
import { bestPaths } from '#lib/network/paths.ts';

const graph = buildGraph({
	nodes: 4,
	a: Int32Array.of(0, 1, 1, 2),
	b: Int32Array.of(1, 2, 2, 3),
	strength: Float32Array.of(0.9, 0.5, 0.8, 0.7)
});

function written(): ArrayBuffer {
	const pieces = graphSnapshot(graph).map(
		({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)
	);
	const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes.buffer;
}

function changed(number: number, to: number): ArrayBuffer {
	const bytes = written();
	new Int32Array(bytes)[number] = to;
	return bytes;
}

describe('a snapshot', () => {
	it('gives the same graph again', () => {
		const again = graphFromSnapshot(written());
		if (typeof again === 'string') throw new Error(again);
		expect(again).toMatchObject({ nodes: 4, ties: 3, starts: graph.starts, links: graph.links });
		const wish = { k: 5, maxTies: 3 } as const;
		expect(bestPaths(again, 0, 3, wish)).toEqual(bestPaths(graph, 0, 3, wish));
		expect(bestPaths(again, 0, 3, wish)).toHaveLength(1);
	});

	it('is refused when it is none, of another version, cut short or changed anywhere', () => {
		expect(graphFromSnapshot(new ArrayBuffer(0))).toBe('no_snapshot');
		expect(graphFromSnapshot(changed(0, 7))).toBe('no_snapshot');
		expect(graphFromSnapshot(changed(1, 2))).toBe('other_version');
		expect(graphFromSnapshot(written().slice(0, -4))).toBe('damaged');
		for (let number = 2; number < written().byteLength / 4; number += 1)
			expect(graphFromSnapshot(changed(number, -9)), `number ${number}`).toBe('damaged');
	});
});
