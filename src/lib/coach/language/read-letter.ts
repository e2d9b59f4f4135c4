import type { Lang, Span } from '#lib/coach/judgement.ts';
import { detectLanguage } from '#lib/coach/language/detect-language.ts';
import { type Family, familiesOf } from '#lib/coach/language/lexicon.ts';
import { type Named, namesIn } from '#lib/coach/language/named.ts';
import { negatedTokens } from '#lib/coach/language/negation.ts';
import { type Sentence, splitSentences } from '#lib/coach/language/sentences.ts';
import { type Token, tokenise } from '#lib/coach/language/tokens.ts';

/** A word with what is known of it. */
export interface ReadToken extends Token {
	families: ReadonlySet<Family>;
	named: Named | undefined;
	negated: boolean;
	sentence: number;
}

/** A letter as the rules see it. */
export interface ReadLetter {
	text: string;
	lang: Lang;
	tokens: ReadToken[];
	sentences: Sentence[];
	/** Words and numbers, without addresses. */
	wordCount: number;
}

// A letter is read in a minute; whoever pastes a book is judged by its beginning.
const longestRead = 20_000;

/** Reads a text once for all rules. Spans count in the given text. */
export function readLetter(given: string, asked: 'auto' | Lang = 'auto'): ReadLetter {
	const text = given.slice(0, longestRead);
	const plain = tokenise(text);
	const lang = asked === 'auto' ? detectLanguage(plain) : asked;
	const sentences = splitSentences(text, plain);
	const negated = negatedTokens(text, plain, sentences, lang);
	const named = namesIn(plain, sentences, lang);
	const inSentence = sentenceNumbers(plain.length, sentences);
	const tokens = plain.map((token, at) => ({
		...token,
		families: familiesOf(token.word, lang),
		named: named[at],
		negated: negated[at] ?? false,
		sentence: inSentence[at] ?? 0
	}));
	const wordCount = plain.filter(({ kind }) => kind === 'word' || kind === 'number').length;
	return { text, lang, tokens, sentences, wordCount };
}

function sentenceNumbers(count: number, sentences: readonly Sentence[]): number[] {
	const numbers = Array.from<number>({ length: count }).fill(0);
	for (const [index, { first, last }] of sentences.entries()) numbers.fill(index, first, last + 1);
	return numbers;
}

/** Where the sentence stands in the text. */
export function sentenceSpan({ sentences, tokens }: ReadLetter, index: number): Span {
	const { first, last } = sentences[index] ?? { first: 0, last: 0 };
	return [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
}
