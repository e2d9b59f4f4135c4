/**
 * What of two records is compared. `order` says whether given and family name stand in the same order,
 * `spelling` whether the e-mail address of one spells the name that it lacks, `employer` whether
 * it is of the company of the other.
 */
export const matchFields = [
	'givenName',
	'familyName',
	'order',
	'spelling',
	'birthDate',
	'nationalId',
	'email',
	'phone',
	'profile',
	'company',
	'employer',
	'position',
	'street',
	'streetNumber',
	'city',
	'postcode',
	'region',
	'country'
] as const;

export type MatchField = (typeof matchFields)[number];

/** How many there are: the width of a row of levels. */
export const fieldCount = matchFields.length;

/** The place of each field in `matchFields`. */
export const fieldAt: Readonly<Record<MatchField, number>> = Object.fromEntries(
	matchFields.map((field, at) => [field, at])
) as Record<MatchField, number>;
