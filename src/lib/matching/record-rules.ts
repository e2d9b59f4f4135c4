import type { ClusterRules } from '#lib/matching/clusters.ts';
import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { contradicts } from '#lib/matching/contradiction.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import type { Scorer } from '#lib/matching/score.ts';

/** What somebody decided, and from which odds records are joined. */
export interface RecordRules {
	/** Odds in bits. */
	least: number;
	/** Pairs of record ids that are two people whatever their likeness: a decision by hand. */
	apart: readonly (readonly [string, string])[];
}

/** The rules of joining for the records of a table. */
export function recordRules(
	table: MatchTable,
	scorer: Scorer,
	{ least, apart }: RecordRules
): ClusterRules {
	const room = roomFor(1);
	const decided = new Set(apart.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
	let [one, other] = [-1, -1];
	// Both rules are asked of one pair after the other.
	const compare = (a: number, b: number) => {
		if (a !== one || b !== other) compareRecords(table, a, b, room, 0);
		[one, other] = [a, b];
	};
	return {
		least,
		oddsOf: (a, b) => {
			compare(a, b);
			return scorer.oddsOf(room, 0);
		},
		apart: (a, b) => {
			if (decided.size > 0 && decided.has(`${table.ids[a]}\n${table.ids[b]}`)) return true;
			compare(a, b);
			return contradicts(room, 0);
		}
	};
}
