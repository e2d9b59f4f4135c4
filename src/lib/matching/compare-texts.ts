import { jaroWinkler } from '#lib/matching/jaro-winkler.ts';
import { diceLikeness, letterPairs } from '#lib/matching/letter-pairs.ts';
import { type LetterSet, letterSet, mayBeLike } from '#lib/matching/letter-set.ts';
import { type Level, level } from '#lib/matching/level.ts';

/** A street, a town, a position or a company’s key, ready to be compared. */
export interface TextForm {
	text: string;
	letters: LetterSet;
	words: readonly string[];
	pairs: Uint32Array;
}

/** What comparing needs to know of folded words. */
export function textForm(text: string): TextForm {
	return { text, letters: letterSet(text), words: text.split(' '), pairs: letterPairs(text) };
}

/** Texts of one or two words: `close` at a Jaro–Winkler likeness of 0.9, `faint` at 0.8. */
export function compareWords(a: TextForm, b: TextForm): Level {
	if (a.text === b.text) return level.exact;
	const inOrder = mayBeLike(a, b, 0.8) ? jaroWinkler(a.text, b.text) : 0;
	const likeness = Math.max(inOrder, diceLikeness(a.pairs, b.pairs));
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
