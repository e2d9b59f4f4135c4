import { afterSmallArticle, particles } from '#lib/people/person-name-words.ts';

const cased = /\p{Lu}|\p{Ll}/u;
const otherScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** Written in capitals, with two letters at least that could have been small. */
export function isCapitals(text: string): boolean {
	return !/\p{Ll}/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text) && !otherScript.test(text);
}

/** Written without any capital. */
export function isSmall(text: string): boolean {
	return cased.test(text) && !/\p{Lu}/u.test(text) && !otherScript.test(text);
}

/** J., J.-P. and JP: letters that stand for names and keep their case. */
export function isInitials(word: string): boolean {
	return /^(?:\p{Lu}\.-?)+\p{Lu}?\.?$/u.test(word) || /^[BCDFGHJKLMNPQRSTVWXZ]{2,3}$/.test(word);
}

/**
 * A name that was written in capitals, or all small, in the case that people write: particles of
 * French, Dutch, German and Spanish family names small, `McDonald`, `O’Neill`, `Jean-Pierre`.
 */
export function nameCase(name: string, part: 'given' | 'family'): string {
	const words = name.split(' ');
	return words.map((word, index) => wordCase(word, index, words, part)).join(' ');
}

function wordCase(
	word: string,
	index: number,
	words: readonly string[],
	part: 'given' | 'family'
): string {
	if (part === 'given' && isInitials(word)) return word;
	const lower = small(word);
	const goesOn = index < words.length - 1;
	const inFamily = part === 'family' || index > 0;
	if (goesOn && inFamily && particles.has(lower)) return lower;
	if (goesOn && isSmallArticle(lower, words, index)) return lower;
	if (inFamily && /^d['’]\p{L}/u.test(word))
		return `d${lower[1] ?? ''}${largeFirst(lower.slice(2))}`;
	return lower.split('-').map(largeFirst).join('-');
}

/** "van de la", "de los", and "de la" before a Spanish name; the French write "de La Fontaine". */
function isSmallArticle(lower: string, words: readonly string[], index: number): boolean {
	if (small(words[index - 1] ?? '') !== 'de') return false;
	if (lower === 'los' || lower === 'las') return true;
	return lower === 'la' && afterSmallArticle.has(small(words[index + 1] ?? ''));
}

function largeFirst(word: string): string {
	const [, prefix = '', rest = ''] = /^(\p{L}{1,2}['’])(\p{L}.*)$/u.exec(word) ?? [];
	if (prefix !== '') return large(prefix) + large(rest);
	if (/^mc\p{L}{3}/u.test(word)) return `Mc${large(word.slice(2))}`;
	return large(word);
}

/** Only letters that come back the same are changed: ß would become two. */
function large(word: string): string {
	const first = /^[^\p{L}]*\p{L}/u.exec(word)?.[0] ?? '';
	const upper = first.toUpperCase();
	return upper.toLowerCase() === first ? upper + word.slice(first.length) : word;
}

function small(word: string): string {
	return word.replaceAll('İ', 'i').toLowerCase();
}
