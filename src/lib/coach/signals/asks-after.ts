import type { Span } from '#lib/coach/judgement.ts';
import { type Found, sentencesOf } from '#lib/coach/language/phrase.ts';
import {
	isReader,
	type ReadLetter,
	type ReadToken,
	sentenceSpan
} from '#lib/coach/language/read-letter.ts';

const ownEnds = ['me', 'we', 'modal', 'job', 'they'] as const;
const wanting = [
	'demandsHelp',
	'hasty',
	'vagueTarget',
	'link',
	'pitch',
	'bounded',
	'permission',
	'ask'
];

/** Questions about the reader alone, such as how they are and what they do: what is asked for oneself is none. */
export function asksAfter(letter: ReadLetter, said: ReadonlyMap<string, readonly Found[]>): Span[] {
	const asked = sentencesOf(letter, said, wanting);
	return letter.sentences.flatMap(({ first, last, question }, index) => {
		if (!question || asked.has(index)) return [];
		const words = letter.tokens.slice(first, last + 1);
		const isTheirs = words.some(isReader) && !words.some(isOwn);
		return isTheirs ? [sentenceSpan(letter, index)] : [];
	});
}

function isOwn({ families }: ReadToken): boolean {
	return ownEnds.some((family) => families.has(family));
}
