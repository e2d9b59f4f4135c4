import { type CompanyName, initialsOf } from '#lib/people/company-name.ts';
import { familyFirmWords, plainWords } from '#lib/people/company-words.ts';
import { typingError } from '#lib/people/typing-error.ts';

/**
 * Why two spellings are taken for one company, the surest first: its owner said so; nothing but the
 * legal form, capitals or a word for the group differ; words written together; another branch; the
 * initials; nearly the same words, and one e-mail domain; a typing error.
 */
export const joinReasons = [
	'hand',
	'name',
	'spacing',
	'branch',
	'initials',
	'domain',
	'typing'
] as const;

export type JoinReason = (typeof joinReasons)[number];

/**
 * What two names by themselves show: `name`, `spacing` and `branch` are one company (a branch being
 * of the same group); `related` begins as the other does and is its own: Orange Bank, Orange.
 */
export function compareCompanyNames(
	one: CompanyName,
	other: CompanyName
): 'name' | 'spacing' | 'branch' | 'related' | 'apart' {
	const samePlace = one.place === other.place;
	if (one.words.length === 0 || other.words.length === 0) return 'apart';
	if (one.words.join(' ') === other.words.join(' ')) return samePlace ? 'name' : 'branch';
	const letters = lettersOf(one);
	if (letters.length >= 5 && letters === lettersOf(other)) return samePlace ? 'spacing' : 'branch';
	return begins(one, other) || begins(other, one) ? 'related' : 'apart';
}

function begins(one: CompanyName, other: CompanyName): boolean {
	return (
		one.words.some((word) => word.length > 2 && !plainWords.has(word)) &&
		one.words.every((word, at) => word === other.words[at])
	);
}

/** The letters of a name as a domain or a hasty hand joins them. */
export function lettersOf({ words }: Pick<CompanyName, 'words'>): string {
	return words.join('');
}

/**
 * Whether the words of two names differ by one typing error in a long word: never in its first two
 * letters or its last, where another name begins or ends, nor in a firm named after a family.
 * `probably` where one letter stands for another, as in names that are meant to differ.
 */
export function mistyped(
	one: readonly string[],
	other: readonly string[]
): 'surely' | 'probably' | undefined {
	const [a, b] = mistypedWord(one, other) ?? [];
	if (a === undefined || b === undefined || one.some((each) => familyFirmWords.has(each)))
		return undefined;
	const shorter = Math.min(a.length, b.length);
	const slip = typingError(a, b);
	if (!slip || shorter < 7 || /\P{L}/u.test(a + b)) return undefined;
	if (one.length > 1 && isPlural(a, b)) return 'surely';
	if (slip.at < 2 || slip.at >= Math.max(a.length, b.length) - 1) return undefined;
	if (slip.kind === 'replaced') return shorter >= 10 ? 'probably' : undefined;
	return one.length > 1 || shorter >= 8 ? 'surely' : undefined;
}

function isPlural(a: string, b: string): boolean {
	return `${a}s` === b || `${b}s` === a;
}

function mistypedWord(
	one: readonly string[],
	other: readonly string[]
): readonly [string, string] | undefined {
	if (one.length !== other.length) return undefined;
	const places = one.flatMap((word, at) => (word === other[at] ? [] : [at]));
	const [at = -1] = places;
	const [a, b] = [one[at], other[at]];
	return places.length === 1 && a !== undefined && b !== undefined ? [a, b] : undefined;
}

/** Whether one domain makes two names one: the same words in another order, or one slip in a word. */
export function isNearly(one: readonly string[], other: readonly string[]): boolean {
	if (one.toSorted().join(' ') === other.toSorted().join(' ')) return true;
	const [a = '', b = ''] = mistypedWord(one, other) ?? [];
	return Math.min(a.length, b.length) >= 5 && !/\d/.test(a + b) && typingError(a, b) !== undefined;
}

/** Whether a name is one word that may be the initials of the other. */
export function isInitialsOf(short: readonly string[], long: readonly string[]): boolean {
	const [word = ''] = short;
	return short.length === 1 && word.length >= 3 && long.length >= 3 && initialsOf(long) === word;
}
