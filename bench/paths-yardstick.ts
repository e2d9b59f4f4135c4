import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Query } from './paths-queries.ts';

/** What one query took, in milliseconds, and its answer. */
export interface Answer {
	time: number;
	strengths: number[];
}

/** The answers of the same search in C, compiled now, round by round. */
export function yardstick(
	folder: string,
	snapshot: string,
	queries: readonly Query[],
	rounds: number
): Answer[][] {
	const [program, asked, answered] = ['yardstick', 'queries', 'answers'].map((name) =>
		join(folder, name)
	);
	const source = fileURLToPath(new URL('paths-yardstick.c', import.meta.url));
	execFileSync('gcc', ['-O3', '-march=native', '-o', String(program), source]);
	const numbers = queries.flatMap(({ from, k, targets }) => [from, k, targets.length, ...targets]);
	writeFileSync(String(asked), Int32Array.from(numbers));
	execFileSync(String(program), [snapshot, String(asked), String(answered), String(rounds)]);
	const read = new Float64Array(new Uint8Array(readFileSync(String(answered))).buffer);
	let at = 0;
	return Array.from({ length: rounds }, () =>
		queries.map(() => {
			const [time = 0, count = 0] = read.subarray(at, at + 2);
			at += 2 + count;
			return { time, strengths: [...read.subarray(at - count, at)] };
		})
	);
}
