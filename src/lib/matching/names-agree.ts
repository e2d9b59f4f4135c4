import { compareNames } from '#lib/matching/compare-names.ts';
import { level } from '#lib/matching/level.ts';
import { type NameForm, nameForm } from '#lib/matching/name-form.ts';

/** The parts of a name, folded (see nameWords); empty where unknown. */
export interface NameParts {
	given: string;
	family: string;
}

/**
 * Whether two names may be one person's who shares an address with themselves: same or another form
 * of the same, an initial, a typing error in the family name, a part unknown; in either order. Two
 * given names that are only close (Jean, Jeanne) are not: couples share addresses.
 */
export function namesAgree(one: NameParts, other: NameParts): boolean {
	const crossed = { given: other.family, family: other.given };
	return partsAgree(one, other) || (one.given !== '' && partsAgree(one, crossed));
}

function partsAgree(one: NameParts, other: NameParts): boolean {
	return givenAgree(one.given, other.given) && familyAgree(one.family, other.family);
}

function givenAgree(one: string, other: string): boolean {
	return eitherWay(one, other, level.alias);
}

function familyAgree(one: string, other: string): boolean {
	return eitherWay(one, other, level.close);
}

function eitherWay(one: string, other: string, least: number): boolean {
	if (one === '' || other === '') return true;
	const [a, b] = [nameForm(one), nameForm(other)];
	return compareNames(a, b) >= (isInitial(a) || isInitial(b) ? level.faint : least);
}

function isInitial({ isInitials, text }: NameForm): boolean {
	return isInitials && text.length > 0;
}
