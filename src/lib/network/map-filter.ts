import { tieWords, type TieWord } from '#lib/i18n/strength-sentence.ts';
import type { ContactMap } from '#lib/network/contact-map.ts';
import { wordOf } from '#lib/network/tie-strength.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';

/** Who is meant: by words of name and company in any order, and by how likely an answer is at least. */
export interface MapFilter {
	query: string;
	least: TieWord;
}

/** Of each person on the map whether they are meant; `texts` are those of `textsOnMap`. */
export function meantOnMap(
	{ strengths }: Pick<ContactMap, 'strengths'>,
	texts: readonly string[],
	{ query, least }: MapFilter
): boolean[] {
	const words = queryWords(query);
	const weakest = tieWords.indexOf(least);
	return strengths.map(
		(strength, at) =>
			tieWords.indexOf(wordOf(strength / 100)) <= weakest &&
			words.every((word) => texts[at]?.includes(word))
	);
}

/** What an address or a form says; everybody where it says nothing known. */
export function asLeast(value: unknown): TieWord {
	return tieWords.find((word) => word === value) ?? 'faint';
}
