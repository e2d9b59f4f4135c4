import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupBy, leastOdds, learnFrom } from '../src/lib/matching/grouping.ts';
import { tableOf } from '../src/lib/matching/match-table.ts';
import type { WeighedPairs } from '../src/lib/matching/pair-search.ts';
import { readRecords } from '../src/lib/matching/record-reader.ts';
import { searchInThreads, shareable } from '../src/lib/matching/search-in-threads.server.ts';
import { sampledEvery } from '../src/lib/matching/train.ts';
import { inventMany } from '../evaluation/matching/invented-many.ts';
import { Stopwatch } from './matching-stopwatch.ts';
import { writeKeys, writeModel, writePairs, writeRecords } from './matching-tables.ts';

export interface Wish {
	records: number;
	seed: number;
	threads: number;
	folder: string;
}

/**
 * Ours: reads invented records, finds and weighs pairs in threads, and groups; leaves in the folder
 * what another program needs to do the same, and what came out.
 */
export async function ours({ records, seed, threads, folder }: Wish): Promise<void> {
	const watch = new Stopwatch('ours');
	const read = shareable(readRecords(invented(records, seed), true));
	const table = tableOf(read);
	watch.lap('read');
	const search = searchInThreads(read, threads);
	await search.makeKeys();
	watch.lap('keys');
	writeKeys(join(folder, 'keys.csv'), search.keys, table.columns.profile);
	watch.pause();
	await search.meet();
	const found = await search.find();
	watch.lap('block');
	writePairs(join(folder, 'pairs.csv'), await search.sample(1));
	watch.pause();
	const samples = await search.sample(sampledEvery(found));
	const training = learnFrom(table, samples, found, {});
	watch.lap('learn');
	const weighed = await search.weigh(training.model, training.rarity, leastOdds({}));
	watch.lap('score');
	await search.close();
	const { groups, likely } = groupBy(table, training, weighed, {});
	watch.lap('group');
	const memory = Math.round(process.resourceUsage().maxRSS / 1000);
	writeRecords(join(folder, 'records.csv'), table, training);
	writeModel(join(folder, 'model.json'), training.model);
	writePairs(join(folder, 'likely.csv'), weighed.map(joinable));
	const joined = likely.filter(({ a, b }) => groups[a] === groups[b]).length;
	const figures = { laps: watch.laps, memory, found, likely: likely.length, joined };
	writeFileSync(join(folder, 'ours.json'), JSON.stringify(figures));
}

function* invented(records: number, seed: number) {
	for (const { record } of inventMany(records, seed)) yield record;
}

/** Those above the threshold from which a pair is joined by itself. */
function joinable({ a, b, odds }: WeighedPairs) {
	const least = Math.log2(0.6 / 0.4);
	const keep = (_: number, at: number) => (odds[at] ?? 0) >= least;
	return { a: a.filter(keep), b: b.filter(keep) };
}
