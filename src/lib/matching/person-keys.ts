import { blockKeys, keyCount, keyGroups } from '#lib/matching/block-keys.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { matchTable } from '#lib/matching/match-table.ts';

/** One key of a record. */
export interface PersonKey {
	/** The record's place among those it was made of. */
	place: number;
	/** 32 bits with a sign, never 0. */
	key: number;
	/** How many may have it: what more have finds nobody. */
	most: number;
}

const most = 60;
/** Somebody may be known to hundreds by one address. */
const mostCertain = 360;

const limits = keyGroups.flatMap(({ slots, certain }) =>
	Array.from({ length: slots }, () => (certain ? mostCertain : most))
);

/** The keys by which records find each other, each record's once. */
export function personKeys(records: readonly MatchRecord[]): PersonKey[] {
	const keys = blockKeys(matchTable(records));
	return records.flatMap((_, place) => {
		const own = new Map<number, PersonKey>();
		for (const [slot, limit] of limits.entries()) {
			const key = (keys[place * keyCount + slot] ?? 0) | 0;
			if (key !== 0 && !own.has(key)) own.set(key, { place, key, most: limit });
		}
		return [...own.values()];
	});
}
