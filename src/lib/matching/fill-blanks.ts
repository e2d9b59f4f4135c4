/** What a contact says of itself, as far as a merge may fill it in. */
export interface Fillable {
	givenName: string;
	familyName: string;
	fullName: string;
	nameAsWritten: string;
	credentials: string;
	company: string;
	position: string;
	connectedOn: string | null;
	howKnown: string;
	metWhere: string;
	metOn: string;
	closeness: string | null;
	register: string | null;
	locale: string | null;
	notes: string;
}

export type FillableField = keyof Fillable;

/** What was filled in: what stood there before, and what stands there since. */
export type Filling = Partial<Record<FillableField, Filled>>;
interface Filled {
	from: string | null;
	to: string | null;
}

const single = [
	'credentials',
	'connectedOn',
	'howKnown',
	'metWhere',
	'metOn',
	'closeness',
	'register',
	'locale',
	'notes'
] as const;
const nameFields = ['givenName', 'familyName', 'fullName', 'nameAsWritten'] as const;

/** All fields that a merge may fill in. */
export const fillableFields: readonly FillableField[] = [
	...nameFields,
	'company',
	'position',
	...single
];

/**
 * What a kept contact learns from the one merged into it: only what it does not say itself, and never
 * what its owner has edited by hand. A name replaces an address that stood for one. A post belongs to
 * its company: neither is taken where the two speak of different ones.
 */
export function fillBlanks(
	kept: Fillable,
	merged: Fillable,
	byHand: ReadonlySet<string> = new Set()
): Filling {
	const filling: Filling = {};
	const fill = (field: FillableField) => {
		if (byHand.has(field) || isSame(kept[field], merged[field])) return;
		filling[field] = { from: kept[field], to: merged[field] };
	};
	if (isNameless(kept) && !isNameless(merged)) nameFields.forEach(fill);
	for (const field of single) if (isBlank(kept[field])) fill(field);
	const sameCompany = isBlank(kept.company) || isBlank(merged.company) || agrees('company');
	const samePosition = isBlank(kept.position) || isBlank(merged.position) || agrees('position');
	if (sameCompany && samePosition) {
		if (isBlank(kept.company)) fill('company');
		if (isBlank(kept.position)) fill('position');
	}
	return filling;

	function agrees(field: 'company' | 'position'): boolean {
		return kept[field].toLowerCase() === merged[field].toLowerCase();
	}
}

/** Takes back what was filled in, where nothing else has been written there since. */
export function emptyAgain(now: Fillable, filling: Filling): Partial<Fillable> {
	const kept = fillableFields.flatMap((field) => {
		const filled = filling[field];
		return filled && now[field] === filled.to ? [[field, filled.from]] : [];
	});
	return Object.fromEntries(kept) as Partial<Fillable>;
}

/** The contact with what was filled in. */
export function filledIn(contact: Fillable, filling: Filling): Fillable {
	const values = Object.entries(filling).map(([field, { to }]) => [field, to]);
	return { ...contact, ...Object.fromEntries(values) } as Fillable;
}

/** Known by an address only. */
function isNameless({ fullName }: Fillable): boolean {
	return fullName === '' || fullName.includes('@');
}

function isBlank(value: string | null): boolean {
	return value === null || value === '';
}

function isSame(one: string | null, other: string | null): boolean {
	return one === other || (isBlank(one) && isBlank(other));
}
