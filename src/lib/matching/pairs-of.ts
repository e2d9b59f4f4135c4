import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { contradicts } from '#lib/matching/contradiction.ts';
import { type Learnt, rarityAmong } from '#lib/matching/learnt.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { firstModel } from '#lib/matching/match-model.ts';
import { matchTable } from '#lib/matching/match-table.ts';
import { type Thresholds, zoneOf } from '#lib/matching/match-zone.ts';
import { oddsOfProbability, probabilityOf, scorerOf } from '#lib/matching/score.ts';
import { type ScoredPair, tellPair } from '#lib/matching/scored-pair.ts';

/** A pair alone has no group to confirm it. */
const alone: Thresholds = { joined: 0.95, asked: 0.2 };

/**
 * Compares one new or changed record with candidates, such as those that share a key with it, by what
 * `pairsWithin` learnt of the population before (without, by the first model). Answers the pairs that
 * are to be joined or asked about, the most probable first; a contradiction is never joined.
 */
export function pairsOf(
	record: MatchRecord,
	candidates: readonly MatchRecord[],
	learnt: Learnt = { model: firstModel(1000), people: 1000, holders: new Map() }
): ScoredPair[] {
	const table = matchTable([record, ...candidates]);
	const scorer = scorerOf(learnt.model, rarityAmong(learnt, table));
	const room = roomFor(1);
	const pairs: ScoredPair[] = [];
	for (let at = 1; at < table.count; at += 1) {
		compareRecords(table, 0, at, room, 0);
		const odds = scorer.oddsOf(room, 0);
		if (odds < oddsOfProbability(alone.asked)) continue;
		const zone = contradicts(room, 0) ? 'asked' : zoneOf(probabilityOf(odds), alone);
		pairs.push({ ...tellPair(table, { a: 0, b: at, odds }, scorer), zone });
	}
	return pairs.toSorted((one, other) => other.probability - one.probability);
}
