import type { Span } from '#lib/coach/judgement.ts';
import { type Found, sentencesOf } from '#lib/coach/language/phrase.ts';
import { isReader, type ReadLetter, type ReadToken } from '#lib/coach/language/read-letter.ts';

// What is said in these sentences is wanted of the reader, or sold, or said of others.
const wanting = [
	'introduces',
	'imposed',
	'invites',
	'pitch',
	'demandsHelp',
	'vagueTarget',
	'promises',
	'begs'
];
const reach = 8;
const wishing = new Set('hope hoping wish wishing espere esperant souhaite'.split(' '));

/** Statements that tie something named (a person, a company, a place, a year) to the reader: whatever their words, they hold for few others. */
export function aboutReader(
	letter: ReadLetter,
	said: ReadonlyMap<string, readonly Found[]>
): Span[] {
	const wanted = sentencesOf(letter, said, wanting);
	return letter.sentences.flatMap(({ first, last, question }, index) => {
		const words = letter.tokens.slice(first, last + 1);
		if (question || wanted.has(index)) return [];
		return words.flatMap((word, at) => (isReader(word) ? tieFrom(words, at) : [])).slice(0, 1);
	});
}

function tieFrom(words: readonly ReadToken[], you: number): Span[] {
	if (isWish(words, you)) return [];
	const from = Math.max(0, you - reach);
	const step = words.slice(from, you + reach + 1).findIndex(isParticular);
	const [one, other] = [words[you], words[from + step]];
	if (step < 0 || !one || !other) return [];
	return [[Math.min(one.start, other.start), Math.max(one.end, other.end)]];
}

function isParticular({ named, kind, word }: ReadToken): boolean {
	if (named === 'other' || named === 'organisation') return true;
	if (kind === 'number') return /^(?:19|20)\d\d$/.test(word);
	return kind === 'placeholder' && named === undefined;
}

// “I hope you had a fine Christmas in Paris”: whoever sends it to all knows as much.
function isWish(words: readonly ReadToken[], you: number): boolean {
	return words.slice(Math.max(0, you - 4), you).some(({ word }) => wishing.has(word));
}
