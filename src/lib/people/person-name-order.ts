import { areDegrees, cutName } from '#lib/people/person-name-beside.ts';
import { isCapitals, isInitials, isSmall } from '#lib/people/person-name-case.ts';
import { companyWords, legalForms, openings, particles } from '#lib/people/person-name-words.ts';

export interface NameParts {
	givenName: string;
	familyName: string;
}

/** Which words of a whole name are the given name, and which the family name. */
export function splitWhole(words: readonly string[]): NameParts {
	if (words.length < 2) return { givenName: words.join(' '), familyName: '' };
	const capitals = capitalsFirst(words);
	if (capitals > 0) return partsAt(words, capitals, true);
	return partsAt(words, familyStart(words), false);
}

/** "Dupont, Jean-Pierre, MBA": the pieces beside the name, and the name turned round. */
export function turnedRound(
	pieces: readonly string[]
): (NameParts & { beside: string[] }) | undefined {
	const [familyName = '', second = '', ...more] = pieces;
	const [givenName = '', ...rest] = cutName(second);
	const turned = standsFirst(familyName) && standsSecond(givenName, isSmall(familyName));
	return turned ? { givenName, familyName, beside: [...rest, ...more] } : undefined;
}

/** Whether a text names a company, or several people, rather than a person. */
export function isCompany(text: string): boolean {
	if (/[\d&+@]/.test(text)) return true;
	const words = text.split(' ');
	if (words.length < 2) return false;
	const last = words.at(-1) ?? '';
	const isForm = legalForms.has(last) && !isCapitals(text) && !isOpening(words.at(-2) ?? '');
	return isForm || words.some((word) => companyWords.has(word.toLowerCase()));
}

/** How many words at the front are the family name, written in capitals before a given name. */
function capitalsFirst(words: readonly string[]): number {
	const count = words.findIndex((word) => !isCapitals(word) && !/^\p{Lu}$/u.test(word));
	if (count < 1 || isInitials(words[0] ?? '') || !words.slice(0, count).some(isCapitals)) return 0;
	const given = words.slice(count);
	return given.every((word) => /^\p{Lu}/u.test(word) && !isCapitals(word)) ? count : 0;
}

function familyStart(words: readonly string[]): number {
	const last = words.length - 1;
	if (isAllFamily(words)) return 0;
	const opening = words.findIndex((word, index) => index > 0 && index < last && isOpening(word));
	if (opening > 0) return opening;
	if (words.every((word) => isCapitals(word))) return last;
	return words.findLastIndex((word) => !isCapitals(word)) + 1 || last;
}

/** "de La Fontaine", "van den Berg", "Le Goff": nothing before them could be a given name. */
function isAllFamily(words: readonly string[]): boolean {
	const first = words[0] ?? '';
	const small = isSmall(first) && !isSmall(words.join(' ')) && particles.has(first);
	return small || (words.length === 2 && /^L[ea]s?$/.test(first));
}

function isOpening(word: string): boolean {
	return openings.has(word.toLowerCase());
}

function partsAt(words: readonly string[], index: number, turned: boolean): NameParts {
	const at = index === words.length ? index - 1 : index;
	const first = words.slice(0, at).join(' ');
	const second = words.slice(at).join(' ');
	return turned
		? { givenName: second, familyName: first }
		: { givenName: first, familyName: second };
}

function standsFirst(piece: string): boolean {
	if (cutName(piece).length !== 1) return false;
	const words = piece.split(' ');
	return words.length === 1 || isOpening(words[0] ?? '') || isCapitals(piece);
}

function standsSecond(piece: string, small: boolean): boolean {
	const words = piece.split(' ');
	if (piece === '' || words.length > 3 || areDegrees(piece) || isCompany(piece)) return false;
	return words.every((word) => (small ? /^\p{L}/u : /^[\p{Lu}\p{Lo}]/u).test(word));
}
