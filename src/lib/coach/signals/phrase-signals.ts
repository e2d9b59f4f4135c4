import { type Found, findPhrase, phrases } from '#lib/coach/language/phrase.ts';
import type { ReadLetter } from '#lib/coach/language/read-letter.ts';
import { askPhrases } from '#lib/coach/signals/ask-phrases.ts';
import { bondPhrases } from '#lib/coach/signals/bond-phrases.ts';
import { giftPhrases } from '#lib/coach/signals/gift-phrases.ts';
import { strainPhrases } from '#lib/coach/signals/strain-phrases.ts';
import { theirPhrases } from '#lib/coach/signals/their-phrases.ts';

const sources = {
	...bondPhrases,
	...theirPhrases,
	...giftPhrases,
	...askPhrases,
	...strainPhrases
};

/** Something that can be said in many ways. */
export type PhraseSignal = keyof typeof sources;

const compiled = Object.entries(sources).map(([name, source]) => ({
	name,
	said: phrases(source)
}));

/** Where each signal is given in the letter; the ones that are not have no entry. */
export function findPhrases(letter: ReadLetter): Map<string, Found[]> {
	const found = new Map<string, Found[]>();
	for (const { name, said } of compiled) {
		const places = said.flatMap((phrase) => findPhrase(letter, phrase));
		if (places.length > 0)
			found.set(
				name,
				places.toSorted(([one], [other]) => one - other)
			);
	}
	return found;
}
