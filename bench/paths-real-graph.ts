import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { numbersFrom } from '../src/lib/matching/seeded-numbers.ts';
import type { TieColumns } from '../src/lib/network/graph.ts';
import type { Query } from './paths-queries.ts';

/**
 * A real graph of a file, gzipped: a head "nodes,ties,…", then a tie "one,other" a line, from 1. Its
 * ties have no strengths: they get seeded ones.
 */
export function realTies(path: string): TieColumns {
	const [head = '', ...lines] = gunzipSync(readFileSync(path))
		.toString('latin1')
		.trim()
		.split('\n');
	const ends = lines.map((line) => line.split(',', 2).map(Number));
	const draw = numbersFrom(606);
	return {
		nodes: Number(head.split(',')[0]),
		a: Int32Array.from(ends, ([one = 0]) => one - 1),
		b: Int32Array.from(ends, ([, other = 0]) => other - 1),
		strength: Float32Array.from(ends, () => Math.max(1, Math.round(draw(1e4) ** 3 / 1e10)) / 100)
	};
}

/** M: to anybody; C: to any of 50. Nobody is a member here, so there is no N. */
export function realQueries(nodes: number, each: number): Query[] {
	const draw = numbersFrom(6006);
	const some = (count: number) => Int32Array.from({ length: count }, () => draw(nodes));
	return Array.from({ length: each }, (): Query[] => [
		{ kind: 'M', from: draw(nodes), targets: some(1), k: 5 },
		{ kind: 'C', from: draw(nodes), targets: some(50), k: 20 }
	]).flat();
}
