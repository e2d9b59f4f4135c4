import type { Lang } from '#lib/coach/judgement.ts';
import { englishFamilies } from '#lib/coach/language/families-en.ts';
import { frenchFamilies } from '#lib/coach/language/families-fr.ts';

/** The same families in both languages, so that one rule reads both. */
export type Family = keyof typeof englishFamilies;

interface Lexicon {
	whole: Map<string, Set<Family>>;
	stems: Map<string, Set<Family>>;
}

const shortestStem = 3;
const longestStem = 16;
const none: ReadonlySet<Family> = new Set();

const lexicons: Record<Lang, Lexicon> = {
	en: compile(englishFamilies),
	fr: compile(frenchFamilies)
};

/** The families a folded word belongs to: by itself or by the stem it begins with. */
export function familiesOf(word: string, lang: Lang): ReadonlySet<Family> {
	const { whole, stems } = lexicons[lang];
	let found: ReadonlySet<Family> = whole.get(word) ?? none;
	for (let length = shortestStem; length <= Math.min(word.length, longestStem); length += 1) {
		const more = stems.get(word.slice(0, length));
		if (more) found = found.size === 0 ? more : new Set([...found, ...more]);
	}
	return found;
}

function compile(families: Record<Family, string>): Lexicon {
	const lexicon: Lexicon = { whole: new Map(), stems: new Map() };
	for (const [family, words] of Object.entries(families))
		for (const word of words.split(' ')) add(lexicon, word, family);
	return lexicon;
}

function add({ whole, stems }: Lexicon, word: string, family: string): void {
	if (!isFamilyName(family)) return;
	const [into, key] = word.endsWith('*') ? [stems, word.slice(0, -1)] : [whole, word];
	const known = into.get(key);
	if (known) known.add(family);
	else into.set(key, new Set([family]));
}

/** Whether there is a family of this name. */
export function isFamilyName(name: string): name is Family {
	return Object.hasOwn(englishFamilies, name);
}
