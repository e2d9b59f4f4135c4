import { jaroWinkler } from '#lib/matching/jaro-winkler.ts';
import { diceLikeness, letterPairs } from '#lib/matching/letter-pairs.ts';
import { type Level, level } from '#lib/matching/level.ts';

/** A street, a town, a position or a company, ready to be compared. */
export interface TextForm {
	text: string;
	words: readonly string[];
	pairs: Uint32Array;
}

/** What comparing needs to know of folded words. */
export function textForm(text: string): TextForm {
	return { text, words: text.split(' '), pairs: letterPairs(text) };
}

/** Texts of one or two words: `close` at a Jaro–Winkler likeness of 0.9, `faint` at 0.8. */
export function compareWords(a: TextForm, b: TextForm): Level {
	if (a.text === b.text) return level.exact;
	const likeness = Math.max(jaroWinkler(a.text, b.text), diceLikeness(a.pairs, b.pairs));
	if (likeness >= 0.9) return level.close;
	return likeness >= 0.8 ? level.faint : level.different;
}

/** Texts of many words, by common pairs of letters: `close` at a likeness of 0.7, `faint` at 0.45. */
export function compareTexts(a: TextForm, b: TextForm): Level {
	if (a.text === b.text) return level.exact;
	const likeness = diceLikeness(a.pairs, b.pairs);
	if (likeness >= 0.7) return level.close;
	return likeness >= 0.45 ? level.faint : level.different;
}

/** Companies: `alias` where one is the other and more, as Acme France is Acme, or its initials. */
export function compareCompanies(a: TextForm, b: TextForm): Level {
	if (a.text === b.text) return level.exact;
	if (isJoined(a, b) || begins(a, b) || begins(b, a) || isShortFor(a, b) || isShortFor(b, a))
		return level.alias;
	const likeness = diceLikeness(a.pairs, b.pairs);
	if (likeness >= 0.8 || jaroWinkler(a.text, b.text) >= 0.94) return level.close;
	return likeness >= 0.6 ? level.faint : level.different;
}

/** As the domain of an address joins them: "fjordconseil". */
function isJoined(a: TextForm, b: TextForm): boolean {
	return a.pairs.length === b.pairs.length && a.words.join('') === b.words.join('');
}

function begins(a: TextForm, b: TextForm): boolean {
	return (
		a.text.length >= 3 &&
		a.words.length < b.words.length &&
		a.words.every((word, at) => word === b.words[at])
	);
}

function isShortFor(a: TextForm, b: TextForm): boolean {
	if (a.words.length > 1 || a.text.length < 3 || b.words.length < a.text.length) return false;
	return b.words.map(([first]) => first).join('') === a.text;
}
