import { blockKeys } from '#lib/matching/block-keys.ts';
import { clustersOf, type WeighedPair } from '#lib/matching/clusters.ts';
import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { profilesDiffer } from '#lib/matching/contradiction.ts';
import { findPairs } from '#lib/matching/find-pairs.ts';
import { inOrder } from '#lib/matching/in-order.ts';
import { keepLearnt, type Learnt } from '#lib/matching/learnt.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { type MatchTable, matchTable } from '#lib/matching/match-table.ts';
import { PairList } from '#lib/matching/pair-list.ts';
import { type Thresholds, usualThresholds } from '#lib/matching/match-zone.ts';
import { recordRules } from '#lib/matching/record-rules.ts';
import { oddsOfProbability, type Scorer, scorerOf } from '#lib/matching/score.ts';
import { type ScoredPair, tellPair } from '#lib/matching/scored-pair.ts';
import { train } from '#lib/matching/train.ts';

export interface MatchOptions {
	thresholds?: Thresholds;
	/** Pairs of ids that somebody decided are two people: never joined, not even through a third. */
	apart?: readonly (readonly [string, string])[];
	/** What is drawn by chance while learning is the same for the same seed. */
	seed?: number;
}

export interface Matching {
	/** Pairs of one group, joined, and pairs to ask about; the most probable first. Never two profiles. */
	pairs: ScoredPair[];
	/** For the id of each record, the id of the first record of its person, in alphabetical order. */
	personOf: Map<string, string>;
	/** What was learnt on the way, to compare single records with these later. */
	learnt: Learnt;
}

/** A key that more records share finds nobody: it says too little. */
const mostTogether = 60;

/**
 * Finds who is one person among records, of one book or of many: learns from them how much each field
 * says, compares all that share a key, and joins what belongs together. The order of the records
 * changes nothing. Ids must be different.
 */
export function pairsWithin(
	records: readonly MatchRecord[],
	{ thresholds = usualThresholds, apart = [], seed = 1 }: MatchOptions = {}
): Matching {
	const table = matchTable(inOrder(records));
	const found = pairsSharingKeys(table);
	const rules = { least: oddsOfProbability(thresholds.joined), apart };
	const { model, rarity, personOf } = train(table, found, { seed, rules });
	const scorer = scorerOf(model, rarity);
	const likely = likelyPairs(table, found, scorer, oddsOfProbability(thresholds.asked));
	const groups = clustersOf(likely, table.count, recordRules(table, scorer, rules));
	const pairs = likely.map((pair) => ({
		...tellPair(table, pair, scorer),
		zone: groups[pair.a] === groups[pair.b] ? ('joined' as const) : ('asked' as const)
	}));
	return {
		pairs: pairs.toSorted(surestFirst),
		personOf: byId(table, groups),
		learnt: keepLearnt(table, model, personOf)
	};
}

function pairsSharingKeys(table: MatchTable): PairList {
	const found = new PairList();
	const { profile } = table.columns;
	const differ = (a: number, b: number) => profilesDiffer(profile, a, b);
	findPairs(blockKeys(table), mostTogether, differ, found);
	return found;
}

function likelyPairs(
	table: MatchTable,
	found: PairList,
	scorer: Scorer,
	least: number
): WeighedPair[] {
	const room = roomFor(1);
	const likely: WeighedPair[] = [];
	for (let at = 0; at < found.count; at += 1) {
		const [a = 0, b = 0] = [found.a[at], found.b[at]];
		compareRecords(table, a, b, room, 0);
		const odds = scorer.oddsOf(room, 0);
		if (odds >= least) likely.push({ a, b, odds });
	}
	return likely;
}

function surestFirst(one: ScoredPair, other: ScoredPair): number {
	if (one.probability !== other.probability) return other.probability - one.probability;
	return one.a < other.a || (one.a === other.a && one.b < other.b) ? -1 : 1;
}

function byId(table: MatchTable, groups: Int32Array): Map<string, string> {
	const firsts = new Map<number, string>();
	for (const [record, group] of groups.entries()) {
		const id = table.ids[record] ?? '';
		const first = firsts.get(group);
		if (first === undefined || id < first) firsts.set(group, id);
	}
	const order = [...groups.keys()].toSorted((a, b) =>
		(table.ids[a] ?? '') < (table.ids[b] ?? '') ? -1 : 1
	);
	return new Map(
		order.map((record) => [table.ids[record] ?? '', firsts.get(groups[record] ?? -1) ?? ''])
	);
}
