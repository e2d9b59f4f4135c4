import type { Span } from '#lib/coach/judgement.ts';
import type { Family } from '#lib/coach/language/lexicon.ts';
import { substanceOf } from '#lib/coach/language/politeness.ts';
import type { ReadLetter, ReadToken } from '#lib/coach/language/read-letter.ts';
import { mixedTuVous } from '#lib/coach/signals/tu-and-vous.ts';

const shortest = 16;

/** What is seen in the form of a letter rather than in a phrase: each answers where, and nothing when it is not so. */
export const shapeSignals = {
	greetedByName: (letter: ReadLetter) =>
		letter.tokens
			.filter(({ named }) => named === 'reader')
			.map(spanOf)
			.slice(0, 1),
	someoneNamed: (letter: ReadLetter) =>
		letter.tokens
			.filter(({ named }) => named === 'other')
			.map(spanOf)
			.slice(0, 6),
	signed: (letter: ReadLetter) =>
		letter.tokens
			.filter(({ named }) => named === 'writer')
			.map(spanOf)
			.slice(0, 2),
	turnedToReader: (letter: ReadLetter) => (shareOfYou(letter) >= 0.36 ? [wholeOf(letter)] : []),
	turnedToSelf: (letter: ReadLetter) => (shareOfYou(letter) <= 0.2 ? [wholeOf(letter)] : []),
	tooShort: (letter: ReadLetter) =>
		substanceOf(letter).length < shortest ? [wholeOf(letter)] : [],
	overLong: (letter: ReadLetter) => (letter.wordCount > 280 ? [wholeOf(letter)] : []),
	flattery: (letter: ReadLetter) => crowded(letter, 'flatter', 3),
	cliches: (letter: ReadLetter) => crowded(letter, 'cliche', 3),
	capitals: shouted,
	mixedTuVous
};

export type ShapeSignal = keyof typeof shapeSignals;

function spanOf({ start, end }: { start: number; end: number }): Span {
	return [start, end];
}

function wholeOf({ tokens }: Pick<ReadLetter, 'tokens'>): Span {
	return [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
}

function shareOfYou(letter: ReadLetter): number {
	const tokens = substanceOf(letter);
	const you = countOf(tokens, 'you');
	const me = countOf(tokens, 'me');
	return you + me < 4 ? 0.3 : you / (you + me);
}

function countOf(tokens: readonly ReadToken[], family: Family): number {
	return tokens.filter(({ families }) => families.has(family)).length;
}

function crowded({ tokens }: ReadLetter, family: Family, least: number): Span[] {
	const found = tokens.filter((token) => token.families.has(family) && !token.negated);
	return found.length >= least ? found.map(spanOf) : [];
}

function shouted({ tokens }: ReadLetter): Span[] {
	const words = tokens.filter(({ kind, raw }) => kind === 'word' && raw.length > 3);
	const loud = words.filter(({ raw }) => raw === raw.toUpperCase());
	return loud.length >= 4 && loud.length > words.length * 0.2 ? loud.map(spanOf) : [];
}
