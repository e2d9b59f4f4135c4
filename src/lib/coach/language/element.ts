import type { Lang } from '#lib/coach/judgement.ts';
import { type Family, isFamilyName } from '#lib/coach/language/lexicon.ts';
import type { ReadLetter, ReadToken } from '#lib/coach/language/read-letter.ts';

const marks = [
	'reader',
	'writer',
	'other',
	'organisation',
	'named',
	'number',
	'year',
	'placeholder'
];
const shortestStem = 2;
const longestStem = 16;

// Every distinct element has a number; these tell which a word, a stem, a family or a mark stands for.
const numbers = new Map<string, number>();
const byWord = new Map<string, number[]>();
const byStem = new Map<string, number[]>();
const byFamily = new Map<Family, number[]>();
const byMark = new Map<string, number[]>();

/** The number of one element of a phrase, such as `@know|met|rencontr*`; `as/en` is the word in English letters only. An unknown family or mark throws. */
export function elementNumber(source: string): number {
	const known = numbers.get(source);
	if (known !== undefined) return known;
	const made = numbers.size;
	numbers.set(source, made);
	for (const choice of source.split('|')) register(choice, made);
	return made;
}

function register(choice: string, element: number): void {
	const name = choice.slice(1);
	if (choice.startsWith('@')) {
		if (!isFamilyName(name)) throw new Error(`There is no family ${name}`);
		append(byFamily, name, element);
	} else if (choice.startsWith('#')) {
		if (!marks.includes(name)) throw new Error(`There is no mark ${name}`);
		append(byMark, name, element);
	} else if (choice.endsWith('*')) append(byStem, choice.slice(0, -1), element);
	else append(byWord, choice, element);
}

function append<Key>(map: Map<Key, number[]>, key: Key, element: number): void {
	const known = map.get(key);
	if (known) known.push(element);
	else map.set(key, [element]);
}

/** Which elements each token of a letter fits, and where each element is found. */
export interface ElementIndex {
	fits(token: number, element: number): boolean;
	positions(element: number): readonly number[];
}

const indexes = new WeakMap<ReadLetter, ElementIndex>();

/** The index of a letter; made once, since several hundred phrases look at it. */
export function elementIndex(letter: ReadLetter): ElementIndex {
	const known = indexes.get(letter);
	if (known) return known;
	const made = makeIndex(letter);
	indexes.set(letter, made);
	return made;
}

function makeIndex({ tokens, lang }: ReadLetter): ElementIndex {
	// A bit for each token and element.
	const width = Math.ceil(numbers.size / 8);
	const table = new Uint8Array(tokens.length * width);
	const fits = (token: number, element: number) =>
		((table[token * width + (element >> 3)] ?? 0) & (1 << (element & 7))) !== 0;
	const positions = new Map<number, number[]>();
	const ofWords = new Map<string, number[]>();
	for (const [at, token] of tokens.entries()) {
		const key = token.named ? `${token.word} ${token.families.size}` : token.word;
		const ofWord = ofWords.get(key) ?? elementsOfWord(token, lang);
		ofWords.set(key, ofWord);
		for (const element of [...ofWord, ...elementsOfMarks(token)]) {
			if (fits(at, element)) continue;
			const byte = at * width + (element >> 3);
			table[byte] = (table[byte] ?? 0) | (1 << (element & 7));
			append(positions, element, at);
		}
	}
	return { fits, positions: (element) => positions.get(element) ?? [] };
}

function elementsOfWord({ word, families }: ReadToken, lang: Lang): number[] {
	const found = [...(byWord.get(word) ?? []), ...(byWord.get(`${word}/${lang}`) ?? [])];
	for (const family of families) found.push(...(byFamily.get(family) ?? []));
	for (let length = shortestStem; length <= Math.min(word.length, longestStem); length += 1)
		found.push(...(byStem.get(word.slice(0, length)) ?? []));
	return found;
}

function elementsOfMarks({ kind, named, word }: ReadToken): number[] {
	const given: string[] = [];
	if (named) given.push(named);
	if (named === 'other' || named === 'organisation') given.push('named');
	if (kind === 'number' || kind === 'placeholder') given.push(kind);
	if (kind === 'number' && /^(?:19|20)\d\d$/.test(word)) given.push('year');
	return given.flatMap((mark) => byMark.get(mark) ?? []);
}
