import type { Comparison } from '#lib/matching/compare-records.ts';
import { level, levelCount } from '#lib/matching/level.ts';
import { fieldAt, fieldCount } from '#lib/matching/match-field.ts';
import { leastShare, type MatchModel } from '#lib/matching/match-model.ts';
import type { Rarity } from '#lib/matching/rarity.ts';
import { probabilityOf, scorerOf } from '#lib/matching/score.ts';

/** What there is to learn from. */
export interface Lesson {
	/** Pairs that share a key, compared; all others are taken to be two people. */
	pairs: Comparison;
	count: number;
	/** The share of those pairs that were kept: 1 for all. */
	kept: number;
	/** Of all pairs of records, how many there are. */
	allPairs: number;
	/** The levels of pairs chosen by chance, counted by field × levelCount + level. */
	drawn: Float64Array;
	/** How often two people have the very same value by chance, by field. */
	same: Float64Array;
	rarity: Rarity;
}

/** As if so many pairs of one person had been seen that are as the first model says. */
const believed = 30;
/** As if so many pairs of strangers had been drawn that are as the first model says. */
const believedApart = 2000;
/** How much of the first priors stays, whatever is seen. */
const doubt = 0.03;
const rounds = 25;

/** Odds in bits below which a pair is left alone after a few rounds. */
const surelyStrangers = -18;

/** What is not learnt: these would only repeat what another field taught. */
const fixed = new Set([fieldAt.spelling, fieldAt.employer, fieldAt.profile]);

/**
 * Learns m and the prior without being told who is who, by expectation and maximisation (Dempster,
 * Laird, Rubin 1977; for linkage Winkler 1988), over the space of all pairs: those that share no key
 * count as apart, so what the keys choose does not bend the shares.
 *
 *     expect    p(pair) = 1 / (1 + 2^−odds(pair))
 *     maximise  m(level) = (Σ p over pairs at that level + believed · m₀) / (Σ p + believed)
 *               prior    = Σ p / all pairs
 *               u(level) = (chance(level) − prior · m(level)) / (1 − prior)
 *
 * Where it learns nothing it stays near `first`; the same lesson always gives the same model.
 */
export function learn(first: MatchModel, lesson: Lesson): MatchModel {
	let model = first;
	let places = Int32Array.from({ length: lesson.count }, (_, at) => at);
	for (let round = 0; round < rounds; round += 1) {
		const expected = expect(model, lesson, places);
		const next = maximise(first, lesson, expected);
		const settled = Math.abs(Math.log(next.prior / model.prior)) < 1e-4;
		model = next;
		if (settled && round > 3) break;
		if (round === 2) places = expected.possible;
	}
	return model;
}

interface Expected {
	/** Probable pairs of one person, of one household, of one workplace. */
	kinds: [number, number, number];
	/** Probable pairs of one person, by field × levelCount + level. */
	levels: Float64Array;
	/** The places of pairs that are not surely of strangers. */
	possible: Int32Array<ArrayBuffer>;
}

function expect(model: MatchModel, { pairs, rarity, kept }: Lesson, places: Int32Array): Expected {
	const { oddsOf, kinds } = scorerOf(model, rarity);
	const levels = new Float64Array(fieldCount * levelCount);
	let [one, roof, desk] = [0, 0, 0];
	const possible: number[] = [];
	for (const at of places) {
		const probability = probabilityOf(oddsOf(pairs, at));
		const { 0: kindOne = 0, 1: kindRoof = 0, 2: kindDesk = 0 } = kinds;
		if (Math.max(kindOne, kindRoof, kindDesk) < surelyStrangers) continue;
		possible.push(at);
		const all = 1 + 2 ** kindOne + 2 ** kindRoof + 2 ** kindDesk;
		roof += 2 ** kindRoof / all;
		desk += 2 ** kindDesk / all;
		if (probability < 1e-6) continue;
		one += probability;
		for (let field = 0; field < fieldCount; field += 1) {
			const place = field * levelCount + (pairs.levels[at * fieldCount + field] ?? 0);
			levels[place] = (levels[place] ?? 0) + probability;
		}
	}
	return {
		kinds: [one / kept, roof / kept, desk / kept],
		levels,
		possible: Int32Array.from(possible)
	};
}

function maximise(first: MatchModel, lesson: Lesson, { kinds, levels }: Expected): MatchModel {
	const shareOf = (pairs: number, before: number) =>
		Math.min(0.3, (pairs / Math.max(1, lesson.allPairs) + doubt * before) / (1 + doubt));
	const prior = shareOf(kinds[0], first.prior);
	const m = new Float64Array(first.m);
	const u = new Float64Array(first.u);
	for (let field = 0; field < fieldCount; field += 1) {
		if (fixed.has(field)) continue;
		const row = field * levelCount;
		const seen = total(levels, field);
		const strangers = total(lesson.drawn, field) * (1 - prior);
		for (let at = row + 1; at < row + levelCount; at += 1) {
			const likely = ((levels[at] ?? 0) + believed * (first.m[at] ?? 0)) / (seen + believed);
			const drawn = (lesson.drawn[at] ?? 0) - prior * likely * total(lesson.drawn, field);
			const byChance = Math.max(0, drawn) + believedApart * (first.u[at] ?? 0);
			m[at] = likely;
			u[at] = Math.max(leastShare, byChance / (strangers + believedApart));
		}
		u[row + level.exact] = Math.max(leastShare, lesson.same[field] ?? 0);
		// By chance, names that agree do so in either order.
		if (field === fieldAt.order) u.set(first.u.subarray(row, row + levelCount), row);
	}
	const household = shareOf(kinds[1], first.household);
	return { prior, household, workplace: shareOf(kinds[2], first.workplace), m, u };
}

function total(levels: Float64Array, field: number): number {
	let sum = 0;
	for (let at = field * levelCount + 1; at < (field + 1) * levelCount; at += 1)
		sum += levels[at] ?? 0;
	return sum;
}
