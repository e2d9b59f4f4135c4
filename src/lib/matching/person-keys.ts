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
	/** How much it says that two share it, beside other keys. */
	weight: number;
}

const most = 60;
/** Somebody may be known to hundreds by one address. */
const mostCertain = 360;

/** Of the groups in their order: what is nearly certain, names whole or with another thing, parts of names. */
const weights = [8, 8, 8, 8, 3, 2, 2.5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 0.5, 0.5];

const slots = keyGroups.flatMap((group, at) =>
	Array.from({ length: group.slots }, () => ({
		most: group.certain ? mostCertain : most,
		weight: weights[at] ?? 1
	}))
);

/** The keys by which records find each other, each record's once. */
export function personKeys(records: readonly MatchRecord[]): PersonKey[] {
	const keys = blockKeys(matchTable(records));
	return records.flatMap((_, place) => {
		const own = new Map<number, PersonKey>();
		for (const [slot, kind] of slots.entries()) {
			const key = (keys[place * keyCount + slot] ?? 0) | 0;
			if (key !== 0 && !own.has(key)) own.set(key, { place, key, ...kind });
		}
		return [...own.values()];
	});
}
