import type { WeighedPair } from '#lib/matching/clusters.ts';
import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { type MatchReason, reasonsOf } from '#lib/matching/match-reason.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import type { MatchZone } from '#lib/matching/match-zone.ts';
import { probabilityOf, type Scorer } from '#lib/matching/score.ts';

/** Two records that may be one person. */
export interface ScoredPair {
	/** Ids of the records, the lesser first. */
	a: string;
	b: string;
	/** 0 to 1. */
	probability: number;
	zone: MatchZone;
	/** The strongest first. */
	reasons: MatchReason[];
}

/** A pair of places as the ids, the probability and the reasons that belong to it. */
export function tellPair(
	table: MatchTable,
	{ a, b, odds }: WeighedPair,
	scorer: Scorer
): Omit<ScoredPair, 'zone'> {
	const room = roomFor(1);
	compareRecords(table, a, b, room, 0);
	const [one = '', other = ''] = [table.ids[a] ?? '', table.ids[b] ?? ''].toSorted();
	return {
		a: one,
		b: other,
		probability: probabilityOf(odds),
		reasons: reasonsOf(room, 0, scorer)
	};
}
