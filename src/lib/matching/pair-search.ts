import { compareBesideNames, roomFor } from '#lib/matching/compare-records.ts';
import { profilesDiffer } from '#lib/matching/contradiction.ts';
import { findPairs } from '#lib/matching/find-pairs.ts';
import { IntList } from '#lib/matching/int-list.ts';
import { allKeys, type KeyBlocks, keyBlocks, type KeyShare } from '#lib/matching/key-blocks.ts';
import type { MatchModel } from '#lib/matching/match-model.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import { mostOddsOf } from '#lib/matching/most-odds.ts';
import { PairList } from '#lib/matching/pair-list.ts';
import type { Rarity } from '#lib/matching/rarity.ts';
import { scorerOf } from '#lib/matching/score.ts';

/** A key that more records share finds nobody: it says too little. */
const mostTogether = 60;

/** Sums in another order differ by less. */
const rounding = 1e-6;

/** Pairs of places in a table, a < b. */
export interface Pairs {
	a: Int32Array<ArrayBuffer>;
	b: Int32Array<ArrayBuffer>;
}

/** Such pairs with the odds, in bits, that they are one person. */
export interface WeighedPairs extends Pairs {
	odds: Float64Array<ArrayBuffer>;
}

/**
 * The search for pairs among the records of a table, in steps, so that several threads can each do
 * it for their share of the keys: all meet, then all find, and so on. Together they find the same,
 * however many they are.
 */
export class PairSearch {
	#table: MatchTable;
	#keys: Uint32Array;
	#share: KeyShare;
	#blocks: KeyBlocks[] = [];
	#found = new PairList();

	/** `keys` are the table's, of all shares; common ones are cleared from it. */
	constructor(table: MatchTable, keys: Uint32Array, share: KeyShare = allKeys) {
		this.#table = table;
		this.#keys = keys;
		this.#share = share;
	}

	/** Brings together who shares a key. */
	meet(): void {
		this.#blocks = keyBlocks(this.#keys, mostTogether, this.#share);
	}

	/** Finds the pairs, and answers how many they are. */
	find(): number {
		const { profile } = this.#table.columns;
		const differ = (a: number, b: number) => profilesDiffer(profile, a, b);
		this.#found = findPairs(this.#keys, this.#blocks, differ);
		this.#blocks = [];
		return this.#found.count;
	}

	/** One in so many of the pairs, the same ones whoever found them. */
	sample(every: number): Pairs {
		const { a, b, count } = this.#found;
		const [ones, others] = [new IntList(), new IntList()];
		for (let at = 0; at < count; at += 1) {
			const [one = 0, other = 0] = [a[at], b[at]];
			if (every > 1 && mixed(one, other) % every !== 0) continue;
			ones.add(one);
			others.add(other);
		}
		return { a: ones.taken(), b: others.taken() };
	}

	/** The pairs of at least these odds. */
	weigh(model: MatchModel, rarity: Rarity, least: number): WeighedPairs {
		const { a, b, count } = this.#found;
		const scorer = scorerOf(model, rarity);
		const mostOf = mostOddsOf(this.#table, scorer);
		const room = roomFor(1);
		const likely = new IntList();
		const weighed: number[] = [];
		for (let at = 0; at < count; at += 1) {
			const [one = 0, other = 0] = [a[at], b[at]];
			if (mostOf(one, other, room) + rounding < least) continue;
			compareBesideNames(this.#table, one, other, room, 0);
			const odds = scorer.oddsOf(room, 0);
			if (odds < least) continue;
			likely.add(at);
			weighed.push(odds);
		}
		const places = likely.taken();
		return {
			a: places.map((at) => a[at] ?? 0),
			b: places.map((at) => b[at] ?? 0),
			odds: Float64Array.from(weighed)
		};
	}
}

/** An even number for a pair: what is drawn by it has nothing to do with who they are. */
function mixed(a: number, b: number): number {
	let value = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
	value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
	return (value ^ (value >>> 13)) >>> 0;
}
