import { type MatchField, matchFields } from '#lib/matching/match-field.ts';

/** What two people share who are not one: under one roof, or at one desk. */
export const nearness = ['household', 'workplace'] as const;

export type Nearness = (typeof nearness)[number];

/** Where people live or work. */
export const placeFields: readonly MatchField[] = [
	'street',
	'streetNumber',
	'city',
	'postcode',
	'region',
	'country'
];

/**
 * How likely such people share what one person would have in common with itself, beside their place.
 * A family has its name in common, often its phone, seldom an address for letters; colleagues their
 * company and sometimes a switchboard. All else they share by chance.
 */
const shared: Readonly<Record<Nearness, Partial<Record<MatchField, number>>>> = {
	household: { familyName: 1, phone: 0.3, email: 0.03 },
	workplace: { company: 1, employer: 1, phone: 0.1, email: 0.01 }
};

/** The same by field: log₂ of the share, 0 where it is whole; undefined for what is shared by chance. */
export const sharedBits: Readonly<Record<Nearness, readonly (number | undefined)[]>> = {
	household: bitsOf(shared.household),
	workplace: bitsOf(shared.workplace)
};

function bitsOf(shares: Partial<Record<MatchField, number>>): (number | undefined)[] {
	return matchFields.map((field) => {
		const share = shares[field];
		return share === undefined ? undefined : Math.log2(share);
	});
}
