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

/** About so many pairs are learnt from, at most, and so many drawn by chance. */
const mostPairs = 150_000;
const drawnPairs = 60_000;

/** What was learnt of the people in a table. */
export interface Training {
	model: MatchModel;
	rarity: Rarity;
	/** The people as they were last thought to be, by the first record of each. */
	personOf: Int32Array;
}

/** Some of the pairs that share a key. */
export interface PairSample {
	pairs: PairList;
	/** How large a share of all those pairs they are, 0 to 1. */
	kept: number;
}

interface Compared extends PairSample {
	comparison: Comparison;
}

/** One in how many of so many pairs to learn from. */
export function sampledEvery(found: number): number {
	return Math.max(1, Math.ceil(found / mostPairs));
}

/**
 * Learns from a table's own pairs that share a key, twice: first as if every record were a person of its own, then
 * knowing who probably is one, so that five records of one Kerzreho do not make the name a common
 * one. The same table, pairs and seed always give the same.
 */
export function train(
	table: MatchTable,
	sample: PairSample,
	{ seed, rules }: { seed: number; rules: RecordRules }
): Training {
	const first = firstModel(table.count);
	const compared = { ...sample, comparison: compareAll(table, sample.pairs) };
	const drawn = drawnLevels(table, drawnPairs, seed);
	let personOf: Int32Array = Int32Array.from({ length: table.count }, (_, record) => record);
	let learnt = learnOnce(table, first, compared, drawn, personOf);
	if (sample.pairs.count > 0) {
		personOf = peopleOf(table, compared, learnt, rules);
		learnt = learnOnce(table, first, compared, drawn, personOf);
	}
	return { ...learnt, personOf };
}

function learnOnce(
	table: MatchTable,
	first: MatchModel,
	{ pairs, kept, comparison }: Compared,
	drawn: Float64Array,
	personOf: Int32Array
): { model: MatchModel; rarity: Rarity } {
	const rarity = rarityOf(table, first, personOf);
	const model = learn(first, {
		pairs: comparison,
		count: pairs.count,
		kept,
		allPairs: (table.count * (table.count - 1)) / 2,
		drawn,
		same: sameByChance(table, first, personOf),
		rarity
	});
	return { model, rarity };
}

function peopleOf(
	table: MatchTable,
	{ pairs: { a, b, count }, comparison }: Compared,
	{ model, rarity }: { model: MatchModel; rarity: Rarity },
	rules: RecordRules
): Int32Array {
	const scorer = scorerOf(model, rarity);
	const weighed: WeighedPair[] = [];
	for (let at = 0; at < count; at += 1)
		weighed.push({ a: a[at] ?? 0, b: b[at] ?? 0, odds: scorer.oddsOf(comparison, at) });
	return clustersOf(weighed, table.count, recordRules(table, scorer, rules));
}

function compareAll(table: MatchTable, { a, b, count }: PairList): Comparison {
	const compared = roomFor(count);
	for (let at = 0; at < count; at += 1) compareRecords(table, a[at] ?? 0, b[at] ?? 0, compared, at);
	return compared;
}
