import { drawnLevels, sameByChance } from '#lib/matching/chance-agreement.ts';
import { clustersOf, type WeighedPair } from '#lib/matching/clusters.ts';
import { type Comparison, compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { learn } from '#lib/matching/learn.ts';
import { firstModel, type MatchModel } from '#lib/matching/match-model.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import type { PairList } from '#lib/matching/pair-list.ts';
import { type Rarity, rarityOf } from '#lib/matching/rarity.ts';
import { scorerOf } from '#lib/matching/score.ts';
import { type RecordRules, recordRules } from '#lib/matching/record-rules.ts';

/** At most so many pairs are learnt from, and so many drawn by chance. */
const mostPairs = 150_000;
const drawnPairs = 60_000;

/** What was learnt of the people in a table. */
export interface Training {
	model: MatchModel;
	rarity: Rarity;
	/** The people as they were last thought to be, by the first record of each. */
	personOf: Int32Array;
}

interface Sample {
	pairs: Comparison;
	a: number[];
	b: number[];
	kept: number;
}

/**
 * Learns from a table's own pairs that share a key, twice: first as if every record were a person of its own, then
 * knowing who probably is one, so that five records of one Kerzreho do not make the name a common
 * one. The same table, pairs and seed always give the same.
 */
export function train(
	table: MatchTable,
	found: PairList,
	{ seed, rules }: { seed: number; rules: RecordRules }
): Training {
	const first = firstModel(table.count);
	const sample = samplePairs(table, found);
	const drawn = drawnLevels(table, drawnPairs, seed);
	let personOf: Int32Array = Int32Array.from({ length: table.count }, (_, record) => record);
	let learnt = learnOnce(table, first, sample, drawn, personOf);
	if (sample.a.length > 0) {
		personOf = peopleOf(table, sample, learnt, rules);
		learnt = learnOnce(table, first, sample, drawn, personOf);
	}
	return { ...learnt, personOf };
}

function learnOnce(
	table: MatchTable,
	first: MatchModel,
	sample: Sample,
	drawn: Float64Array,
	personOf: Int32Array
): { model: MatchModel; rarity: Rarity } {
	const rarity = rarityOf(table, first, personOf);
	const model = learn(first, {
		pairs: sample.pairs,
		count: sample.a.length,
		kept: sample.kept,
		allPairs: (table.count * (table.count - 1)) / 2,
		drawn,
		same: sameByChance(table, first, personOf),
		rarity
	});
	return { model, rarity };
}

function peopleOf(
	table: MatchTable,
	{ pairs, a, b }: Sample,
	{ model, rarity }: { model: MatchModel; rarity: Rarity },
	rules: RecordRules
): Int32Array {
	const scorer = scorerOf(model, rarity);
	const weighed: WeighedPair[] = [];
	for (const [at, one] of a.entries())
		weighed.push({ a: one, b: b[at] ?? 0, odds: scorer.oddsOf(pairs, at) });
	return clustersOf(weighed, table.count, recordRules(table, scorer, rules));
}

/** Every pair that was found, or an even share of them where there are very many. */
function samplePairs(table: MatchTable, found: PairList): Sample {
	const every = Math.max(1, Math.ceil(found.count / mostPairs));
	const a: number[] = [];
	const b: number[] = [];
	for (let at = every - 1; at < found.count; at += every) {
		a.push(found.a[at] ?? 0);
		b.push(found.b[at] ?? 0);
	}
	const pairs = roomFor(a.length);
	for (const [at, one] of a.entries()) compareRecords(table, one, b[at] ?? 0, pairs, at);
	return { pairs, a, b, kept: 1 / every };
}
