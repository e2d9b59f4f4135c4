import type { Comparison } from '#lib/matching/compare-records.ts';
import { level, levelCount } from '#lib/matching/level.ts';
import { fieldAt, fieldCount, type MatchField, matchFields } from '#lib/matching/match-field.ts';
import type { MatchModel } from '#lib/matching/match-model.ts';
import { type Rarity, usualSurprise } from '#lib/matching/rarity.ts';

/** Turns comparisons into weights, in bits. */
export interface Scorer {
	/** log₂ of prior odds: what is believed before looking. */
	before: number;
	/** What one field of a comparison says for (above 0) or against one person; unknown says 0. */
	weightOf(comparison: Comparison, at: number, field: number): number;
	/** log₂ of the odds that the two are one person, all fields taken together. */
	oddsOf(comparison: Comparison, at: number): number;
}

/** How much of a value's surprise counts at each level: a likeness has little of it. */
const surpriseShare = [0, 0, 0.3, 0.7, 0.5, 1];

/** Say the same several times over: people move with their whole address, and households share one. */
const places: readonly MatchField[] = [
	'street',
	'streetNumber',
	'city',
	'postcode',
	'region',
	'country'
];
const isPlace = matchFields.map((field) => places.includes(field));
const repeated = 0.35;

/**
 * The weights of a model:
 *
 *     weight(field, level, value) = log₂(m / u) + share(level) · (bits(value) − bits(average value))
 *     odds = log₂(prior / (1 − prior)) + Σ weights
 *
 * For the same value that is log₂(m / f(value)). The same value never speaks against one person, and
 * different ones never for it. Of the fields of a place, the strongest for and the strongest against
 * count whole, the others in part.
 */
export function scorerOf(model: MatchModel, rarity: Rarity): Scorer {
	const weights = Float64Array.from(model.m, (m, at) => {
		const u = model.u[at] ?? 0;
		return m > 0 && u > 0 ? Math.log2(m / u) : 0;
	});
	const usual = Float64Array.from(matchFields, (field) => usualSurprise(model, field));
	const before = Math.log2(model.prior / (1 - model.prior));
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
		const weight = base + (surpriseShare[found] ?? 0) * surprise;
		return found === level.exact ? Math.max(0, weight) : weight;
	}

	function oddsOf(comparison: Comparison, at: number): number {
		let sum = before;
		let most = 0;
		let least = 0;
		for (let field = 0; field < fieldCount; field += 1) {
			const weight = weightOf(comparison, at, field);
			const inPart = isPlace[field] === true;
			sum += inPart ? repeated * weight : weight;
			if (inPart && weight > most) most = weight;
			if (inPart && weight < least) least = weight;
		}
		return sum + (1 - repeated) * (most + least);
	}

	return { before, weightOf, oddsOf };
}

/** The probability of odds in bits, 0 to 1. */
export function probabilityOf(odds: number): number {
	return 1 / (1 + 2 ** -odds);
}

/** The odds in bits of a probability. */
export function oddsOfProbability(probability: number): number {
	return Math.log2(probability / (1 - probability));
}
