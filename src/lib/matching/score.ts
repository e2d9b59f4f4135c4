import type { Comparison } from '#lib/matching/compare-records.ts';
import { level, levelCount } from '#lib/matching/level.ts';
import { fieldAt, fieldCount, matchFields } from '#lib/matching/match-field.ts';
import type { MatchModel } from '#lib/matching/match-model.ts';
import { placeFields, sharedBits } from '#lib/matching/near-people.ts';
import { type Rarity, usualSurprise } from '#lib/matching/rarity.ts';

/** Turns comparisons into weights, in bits. */
export interface Scorer {
	/** What one field of a comparison says for (above 0) or against one person; unknown says 0. */
	weightOf(comparison: Comparison, at: number, field: number): number;
	/** log₂ of the odds that the two are one person, all fields taken together. */
	oddsOf(comparison: Comparison, at: number): number;
	/** log₂ odds of one person, of one household and of one workplace, each against strangers. */
	kinds: Float64Array;
	/** The same before anything is known. */
	before: readonly [number, number, number];
	/** By field, the most that a value can say which is not the same, and the most that any can say. */
	nearest: Float64Array;
	same: Float64Array;
}

/**
 * How much of a value's surprise counts at each level. That a name is rare says little of how many are
 * spelled nearly so, but what is near a common name is likely to be one.
 */
const shareOfRare = [0, 0, 0, 0.2, 0.2, 1];
const shareOfCommon = [0, 0, 0.3, 0.7, 0.7, 1];

/** The fields of a place say the same several times over. */
const repeated = 0.35;
/** Whether a field, by its place, is one of a place where people live. */
export const isPlace = matchFields.map((field) => placeFields.includes(field));
const { household, workplace } = sharedBits;

/**
 * The weights of a model:
 *
 *     weight(field, level, value) = log₂(m / u) + share(level) · (bits(value) − bits(average value))
 *
 * For the same value that is log₂(m / f(value)). The same value never speaks against one person, and
 * different ones never for it. Of the fields of a place, the strongest for and the strongest against
 * count whole, the others in part.
 *
 * Two people may have much in common without being one: those of a household share a name and a roof,
 * those of a workplace a company and its place. They are kinds of pairs of their own beside strangers,
 * so that what the kind explains proves nothing:
 *
 *     kind(k) = log₂(prior(k) / (1 − prior)) + Σ weights of what k shares
 *     odds    = kind(one person) − log₂(1 + 2^kind(household) + 2^kind(workplace))
 */
export function scorerOf(model: MatchModel, rarity: Rarity): Scorer {
	const weights = Float64Array.from(model.m, (m, at) => {
		const u = model.u[at] ?? 0;
		return m > 0 && u > 0 ? Math.log2(m / u) : 0;
	});
	const usual = Float64Array.from(matchFields, (field) => usualSurprise(model, field));
	const beforeOf = (prior: number) => Math.log2(prior / (1 - model.prior));
	const beforeOne = beforeOf(model.prior);
	const beforeHousehold = beforeOf(model.household);
	const beforeWorkplace = beforeOf(model.workplace);
	const kinds = new Float64Array(3);
	const { givenName, familyName, order } = fieldAt;

	function surpriseOf({ levels, agreed }: Comparison, start: number, field: number): number {
		const value = agreed[start + field] ?? -1;
		const bits = value < 0 ? undefined : rarity[field]?.[value];
		const crossed = levels[start + order] === level.different;
		if (!crossed || (field !== givenName && field !== familyName)) return bits ?? usual[field] ?? 0;
		const other = rarity[field === givenName ? familyName : givenName]?.[value];
		return Math.min(bits ?? Infinity, other ?? Infinity, 40);
	}

	function weightOf(comparison: Comparison, at: number, field: number): number {
		const start = at * fieldCount;
		const found = comparison.levels[start + field] ?? 0;
		if (found === level.missing) return 0;
		const base = weights[field * levelCount + found] ?? 0;
		if (found === level.different) return field === order ? base : Math.min(0, base);
		const surprise = surpriseOf(comparison, start, field) - (usual[field] ?? 0);
		const shares = surprise > 0 ? shareOfRare : shareOfCommon;
		const weight = base + (shares[found] ?? 0) * surprise;
		return found === level.exact ? Math.max(0, weight) : weight;
	}

	function oddsOf(comparison: Comparison, at: number): number {
		let one = beforeOne;
		let roof = beforeHousehold;
		let desk = beforeWorkplace;
		let place = 0;
		let most = 0;
		let least = 0;
		for (let field = 0; field < fieldCount; field += 1) {
			const weight = weightOf(comparison, at, field);
			if (weight === 0) continue;
			if (isPlace[field] === true) {
				place += weight;
				if (weight > most) most = weight;
				if (weight < least) least = weight;
			} else {
				one += weight;
				roof += sharedWeight(household[field], weight);
				desk += sharedWeight(workplace[field], weight);
			}
		}
		place = repeated * place + (1 - repeated) * (most + least);
		kinds[0] = one + place;
		kinds[1] = roof + place;
		kinds[2] = desk + place;
		return one + place - Math.log2(1 + 2 ** (roof + place) + 2 ** (desk + place));
	}

	const mostAt = (field: number, levels: readonly number[]) => {
		const rarest = rarity[field]?.reduce((one, other) => Math.max(one, other), 0) ?? 0;
		const surprise = Math.max(0, rarest - (usual[field] ?? 0));
		const most = levels.map(
			(each) => (weights[field * levelCount + each] ?? 0) + (shareOfRare[each] ?? 0) * surprise
		);
		return Math.max(0, ...most);
	};
	const { faint, close, alias, exact } = level;
	const nearest = Float64Array.from(matchFields, (_, field) =>
		mostAt(field, [faint, close, alias])
	);
	const same = Float64Array.from(matchFields, (_, field) =>
		mostAt(field, [faint, close, alias, exact])
	);
	const before = [beforeOne, beforeHousehold, beforeWorkplace] as const;
	return { weightOf, oddsOf, kinds, before, nearest, same };
}

/** What is always shared counts for and against; what is shared at times only counts where it is. */
export function sharedWeight(bits: number | undefined, weight: number): number {
	if (bits === undefined) return 0;
	return bits === 0 ? weight : Math.max(0, weight + bits);
}

/** The probability of odds in bits, 0 to 1. */
export function probabilityOf(odds: number): number {
	return 1 / (1 + 2 ** -odds);
}

/** The odds in bits of a probability. */
export function oddsOfProbability(probability: number): number {
	return Math.log2(probability / (1 - probability));
}
