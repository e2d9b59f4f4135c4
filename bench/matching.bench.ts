import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { duckdb } from './matching-duckdb.ts';
import { ours } from './matching-ours.ts';

const { values: wish } = parseArgs({
	options: {
		records: { type: 'string', default: '1000000' },
		seed: { type: 'string', default: '1' },
		threads: { type: 'string', default: '2' },
		rounds: { type: 'string', default: '1' },
		stage: { type: 'string' },
		folder: { type: 'string', default: '' }
	}
});
const records = Number(wish.records);
const threads = Number(wish.threads);

const laps = z.array(z.object({ step: z.string(), wall: z.number(), processor: z.number() }));
const ourFigures = z.object({
	laps,
	memory: z.number(),
	found: z.number(),
	likely: z.number(),
	joined: z.number()
});
const duckdbFigures = z.object({
	laps,
	found: z.number(),
	theirs: z.number(),
	missing: z.number(),
	likely: z.number(),
	oursLikely: z.number(),
	common: z.number()
});

/** Each in a process of its own, so that memory and processor time are its own. */
function ownProcess(stage: 'ours' | 'duckdb', folder: string): void {
	const bench = fileURLToPath(import.meta.url);
	const options = Object.entries({ ...wish, stage, folder }).flatMap(([name, value]) => [
		`--${name}`,
		value
	]);
	// Without it V8 lets garbage pile up before it looks.
	execFileSync(process.execPath, ['--max-semi-space-size=16', bench, ...options], {
		stdio: 'inherit'
	});
}

function round(folder: string): void {
	console.log(`${records} invented records, ${threads} threads, load ${loadavg()[0]?.toFixed(1)}`);
	ownProcess('ours', folder);
	ownProcess('duckdb', folder);
	const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
	const mine = ourFigures.parse(read('ours.json'));
	const other = duckdbFigures.parse(read('duckdb.json'));
	if (other.found !== mine.found || other.theirs + other.missing > 0)
		throw new Error(`Ours found ${mine.found} pairs, DuckDB ${other.found}: not the same.`);
	console.log(`both found the same ${mine.found} pairs`);
	for (const time of ['wall', 'processor'] as const) {
		const [one, two] = [mine.laps, other.laps].map((all) => secondsOf(all, time));
		const rates = [one, two].map((seconds = 1) =>
			Math.round(records / seconds).toLocaleString('en')
		);
		const ratio = ((two ?? 0) / (one ?? 1)).toFixed(2);
		console.log(
			`blocking and scoring, by ${time} time: ours ${rates.join(', DuckDB ')} records/s, x ${ratio}`
		);
	}
	console.log(
		`above the threshold: ours ${other.oursLikely}, DuckDB ${other.likely}, both ${other.common}`
	);
	console.log(
		`pairs of ours joined ${mine.joined} of ${mine.likely}, memory at most ${mine.memory} MB`
	);
}

function secondsOf(all: z.infer<typeof laps>, time: 'wall' | 'processor'): number {
	const counted = all.filter(({ step }) => step === 'block' || step === 'score');
	return counted.reduce((sum, lap) => sum + lap[time], 0);
}

function runInFolder(): void {
	const folder = mkdtempSync(join(tmpdir(), 'matching-'));
	try {
		for (let at = 0; at < Number(wish.rounds); at += 1) round(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

if (wish.stage === 'ours')
	await ours({ records, seed: Number(wish.seed), threads, folder: wish.folder });
else if (wish.stage === 'duckdb') await duckdb({ folder: wish.folder, threads });
else runInFolder();
