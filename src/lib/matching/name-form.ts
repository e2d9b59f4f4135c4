import { particles } from '#lib/people/person-name-words.ts';
import { searchText } from '#lib/people/search-text.ts';
import { givenNameFamilies } from '#lib/matching/given-name-families.ts';
import { type LetterSet, letterSet } from '#lib/matching/letter-set.ts';
import { soundOf } from '#lib/matching/sound.ts';

/** A given or a family name, ready to be compared and found. */
export interface NameForm {
	/** Folded words without particles and without spaces: "vanderberg" and "van der Berg" are near. */
	text: string;
	letters: LetterSet;
	words: readonly string[];
	/** First letters: "jp" of Jean-Pierre; the letters themselves where initials were written. */
	initials: string;
	isInitials: boolean;
	families: readonly number[];
	sound: string;
}

/**
 * Folded words of a name: lower case, without accents, hyphens or apostrophes; particles (de, van…)
 * left out where something else is left. "J.-P." becomes "j p".
 */
export function nameWords(name: string): string {
	const folded = searchText([name.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')]);
	if (!folded.includes(' ')) return folded;
	const words = folded.split(' ');
	const bare = words.filter((word) => !particles.has(word));
	return (bare.length > 0 ? bare : words).join(' ');
}

/** What comparing needs to know of such words. */
export function nameForm(folded: string): NameForm {
	const words = folded.split(' ');
	const text = words.join('');
	const isInitials = words.every(({ length }) => length === 1) || isAbbreviated(text);
	return {
		text,
		letters: letterSet(text),
		words,
		isInitials,
		initials: isInitials ? text : words.map(([first]) => first).join(''),
		families: isInitials && text.length < 3 ? [] : givenNameFamilies(text),
		sound: soundOf(text)
	};
}

/** JP, JF, MC: two consonants are no name, but those of one. */
function isAbbreviated(text: string): boolean {
	return /^[bcdfghjklmnpqrstvwxz]{2,3}$/.test(text);
}
