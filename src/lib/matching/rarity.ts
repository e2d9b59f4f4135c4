import { level, levelCount } from '#lib/matching/level.ts';
import { fieldAt, type MatchField, matchFields } from '#lib/matching/match-field.ts';
import type { MatchModel } from '#lib/matching/match-model.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import { peopleHolding } from '#lib/matching/people-holding.ts';

/** Of a field: how surprising it is, in bits, that somebody else has a value, by the value's number. */
export type Surprise = Float32Array;

/** A row for each field; without one, no value of the field says more than another. */
export type Rarity = readonly (Surprise | undefined)[];

/**
 * Counts how many people have each value, so that a rare name says more than Martin: of the people
 * `personOf` names (each record its own person, or those already known to be one), those who have it
 * beside the two in question, and the first model's share as if `s` more had been asked.
 *
 *     f(v) = (max(n(v) − 2, 0) + s·u) / (people + s),  s = min(people, ½ / u)      bits = −log₂ f(v)
 *
 * Source: W. E. Winkler, "Frequency-Based Matching in Fellegi-Sunter Model of Record Linkage", 1989.
 */
export function rarityOf(table: MatchTable, model: MatchModel, personOf: Int32Array): Rarity {
	const people = new Set(personOf).size;
	return matchFields.map((field) => {
		if (field === 'order') return undefined;
		const usual = model.u[fieldAt[field] * levelCount + level.exact] ?? 0;
		const { holders } = peopleHolding(table.columns[field], personOf);
		return surpriseOf(holders, people, usual);
	});
}

/** The surprise of values that so many of all people have; `usual` is the first model's share. */
export function surpriseOf(holders: Int32Array, people: number, usual: number): Surprise {
	const strength = Math.min(people, 0.5 / usual);
	return Float32Array.from(holders, (count) => {
		const share = (Math.max(count - 2, 0) + strength * usual) / (people + strength);
		return -Math.log2(Math.min(1, share));
	});
}

/** The surprise that an average agreement of a field is: what a level's own weight already counts. */
export function usualSurprise(model: MatchModel, field: MatchField): number {
	return -Math.log2(model.u[fieldAt[field] * levelCount + level.exact] ?? 1);
}
