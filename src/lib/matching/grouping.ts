import { clustersOf, type WeighedPair } from '#lib/matching/clusters.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import { type Thresholds, usualThresholds } from '#lib/matching/match-zone.ts';
import { inPlaceOrder } from '#lib/matching/pair-list.ts';
import type { Pairs, WeighedPairs } from '#lib/matching/pair-search.ts';
import { recordRules } from '#lib/matching/record-rules.ts';
import { oddsOfProbability, type Scorer, scorerOf } from '#lib/matching/score.ts';
import { type ScoredPair, tellPair } from '#lib/matching/scored-pair.ts';
import { train, type Training } from '#lib/matching/train.ts';

export interface MatchOptions {
	thresholds?: Thresholds;
	/** Pairs of ids that somebody decided are two people: never joined, not even through a third. */
	apart?: readonly (readonly [string, string])[];
	/** What is drawn by chance while learning is the same for the same seed. */
	seed?: number;
}

/** Who is one person among the records of a table. */
export interface Grouping {
	table: MatchTable;
	training: Training;
	scorer: Scorer;
	/** Pairs that are joined or to ask about. */
	likely: readonly WeighedPair[];
	/** For each record, the first record of its group. */
	groups: Int32Array;
}

/** Learns from some of the pairs that were found, in all `found`, however they were shared out. */
export function learnFrom(
	table: MatchTable,
	samples: readonly Pairs[],
	found: number,
	{ seed = 1, ...options }: MatchOptions
): Training {
	const pairs = inPlaceOrder(samples);
	const kept = found === 0 ? 1 : pairs.count / found;
	return train(table, { pairs, kept }, { seed, rules: rulesOf(options) });
}

/** Groups records into people by the likely pairs, however these were shared out. */
export function groupBy(
	table: MatchTable,
	training: Training,
	weighed: readonly WeighedPairs[],
	options: MatchOptions
): Grouping {
	const scorer = scorerOf(training.model, training.rarity);
	const likely: WeighedPair[] = [];
	for (const { a, b, odds } of weighed)
		for (const [at, each] of odds.entries())
			likely.push({ a: a[at] ?? 0, b: b[at] ?? 0, odds: each });
	likely.sort((one, other) => one.a - other.a || one.b - other.b);
	const rules = recordRules(table, scorer, rulesOf(options));
	return { table, training, scorer, likely, groups: clustersOf(likely, table.count, rules) };
}

/** The odds, in bits, from which a pair is kept: those of a pair to ask about. */
export function leastOdds({ thresholds = usualThresholds }: MatchOptions): number {
	return oddsOfProbability(thresholds.asked);
}

function rulesOf({ thresholds = usualThresholds, apart = [] }: MatchOptions) {
	return { least: oddsOfProbability(thresholds.joined), apart };
}

/** The likely pairs with their reasons, the most probable first; made one after the other. */
export function* toldPairs({ table, scorer, likely, groups }: Grouping): Generator<ScoredPair> {
	const idOf = ({ a, b }: WeighedPair) =>
		[table.ids[a] ?? '', table.ids[b] ?? ''].toSorted().join('\n');
	const surestFirst = likely.toSorted(
		(one, other) => other.odds - one.odds || (idOf(one) < idOf(other) ? -1 : 1)
	);
	for (const pair of surestFirst)
		yield {
			...tellPair(table, pair, scorer),
			zone: groups[pair.a] === groups[pair.b] ? 'joined' : 'asked'
		};
}

/** For the id of each record, the id of the first record of its person; in alphabetical order. */
export function peopleById({ table: { ids }, groups }: Grouping): Map<string, string> {
	const firsts = new Map<number, string>();
	for (const [record, group] of groups.entries()) {
		const id = ids[record] ?? '';
		const first = firsts.get(group);
		if (first === undefined || id < first) firsts.set(group, id);
	}
	const order = [...groups.keys()];
	order.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
	return new Map(
		order.map((record) => [ids[record] ?? '', firsts.get(groups[record] ?? -1) ?? ''])
	);
}
