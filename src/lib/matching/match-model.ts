import { levelCount } from '#lib/matching/level.ts';
import { fieldAt, fieldCount, type MatchField, matchFields } from '#lib/matching/match-field.ts';

/**
 * What is believed of a population: how often the records of one person agree so much on a field (m),
 * how often those of two people do (u), and how many pairs of records are of one person (prior).
 * Source: I. P. Fellegi, A. B. Sunter, "A Theory for Record Linkage", 1969.
 */
export interface MatchModel {
	/** Of all pairs of two records, the share that is one person. */
	prior: number;
	/** The shares that are two people of one household, and of one workplace. */
	household: number;
	workplace: number;
	/** By field × levelCount + level; `missing` is no event and stays 0. */
	m: Float64Array;
	u: Float64Array;
}

/** Shares of different, faint, close, alias, exact. */
type Shares = readonly [number, number, number, number, number];

/**
 * Where to begin, and where to stay when there is too little to learn from. Round figures of common
 * sense, not fitted to any data: a name is written right by four in five, a company changes, a second
 * e-mail address is normal, nobody has two national ids.
 */
const begin: Readonly<Record<MatchField, { m: Shares; u: Shares }>> = {
	givenName: { m: [0.05, 0.05, 0.08, 0.07, 0.75], u: [0.95, 0.03, 0.005, 0.005, 0.01] },
	familyName: { m: [0.04, 0.03, 0.08, 0.03, 0.82], u: [0.98, 0.018, 0.001, 0.0005, 0.0005] },
	order: { m: [0.03, 0, 0, 0, 0.97], u: [0.5, 0, 0, 0, 0.5] },
	spelling: { m: [0.4, 0, 0, 0, 0.6], u: [0.9999, 0, 0, 0, 0.0001] },
	birthDate: { m: [0.04, 0.05, 0.06, 0, 0.85], u: [0.95, 0.0497, 0.00025, 0, 0.00005] },
	nationalId: { m: [0.05, 0.03, 0.05, 0, 0.87], u: [0.9988, 0.001, 0.0001, 0, 0.0001] },
	email: { m: [0.35, 0.03, 0.05, 0, 0.57], u: [0.9996, 0.0003, 0.00005, 0, 0.00001] },
	phone: { m: [0.35, 0.01, 0.04, 0, 0.6], u: [0.998, 0.0018, 0.0001, 0, 0.00001] },
	profile: { m: [0.02, 0, 0, 0, 0.98], u: [0.999999, 0, 0, 0, 0.000001] },
	company: { m: [0.4, 0.05, 0.05, 0.1, 0.4], u: [0.97, 0.01, 0.002, 0.008, 0.01] },
	employer: { m: [0.6, 0, 0, 0.2, 0.2], u: [0.98, 0, 0, 0.01, 0.01] },
	position: { m: [0.5, 0.12, 0.13, 0, 0.25], u: [0.93, 0.04, 0.01, 0, 0.02] },
	street: { m: [0.15, 0.06, 0.14, 0, 0.65], u: [0.97, 0.0285, 0.001, 0, 0.0005] },
	streetNumber: { m: [0.18, 0.05, 0.05, 0, 0.72], u: [0.9, 0.08, 0.005, 0, 0.015] },
	city: { m: [0.14, 0.04, 0.08, 0, 0.74], u: [0.95, 0.01, 0.003, 0, 0.037] },
	postcode: { m: [0.14, 0.08, 0.1, 0, 0.68], u: [0.93, 0.05, 0.01, 0, 0.01] },
	region: { m: [0.08, 0.01, 0.04, 0, 0.87], u: [0.8, 0.01, 0.01, 0, 0.18] },
	country: { m: [0.03, 0.005, 0.015, 0, 0.95], u: [0.2, 0.005, 0.005, 0, 0.79] }
};

/** A share that no level is ever without, so that no weight is infinite. */
export const leastShare = 1e-7;

/**
 * The model to begin with for this many records: three in ten are expected to have a second one,
 * which gives a prior of 0.3 / records.
 */
export function firstModel(records: number): MatchModel {
	const m = new Float64Array(fieldCount * levelCount);
	const u = new Float64Array(fieldCount * levelCount);
	for (const field of matchFields) {
		const row = fieldAt[field] * levelCount + 1;
		for (const [at, share] of begin[field].m.entries()) m[row + at] = Math.max(share, leastShare);
		for (const [at, share] of begin[field].u.entries()) u[row + at] = Math.max(share, leastShare);
	}
	const each = 1 / Math.max(records, 10);
	return { prior: 0.3 * each, household: 0.2 * each, workplace: 0.2 * each, m, u };
}
