import type { Lang, Span } from '#lib/coach/judgement.ts';
import { detectLanguage } from '#lib/coach/language/detect-language.ts';
import { fold } from '#lib/coach/language/fold.ts';
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
	/** It goes on with the name before it, as Zola in “Pierre Zola”. */
	joined: boolean;
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

const none: ReadonlySet<Family> = new Set();
// A letter is read in a minute; whoever pastes a book is judged by its beginning.
const longestRead = 20_000;

/** Reads a text once for all rules. Spans count in the given text. */
export function readLetter(given: string, asked: 'auto' | Lang = 'auto'): ReadLetter {
	const text = given.slice(0, longestRead);
	const all = tokenise(text);
	const lang = asked === 'auto' ? detectLanguage(all) : asked;
	const { plain, sentences } = withoutRepeats(all, splitSentences(text, all));
	const negated = negatedTokens(text, plain, sentences, lang);
	const named = namesIn(text, plain, sentences, lang);
	const inSentence = sentenceNumbers(plain.length, sentences);
	const tokens = plain.map((token, at) => ({
		...token,
		families: named[at] && isName(plain, named, at) ? none : familiesIn(token, lang),
		named: named[at],
		negated: negated[at] ?? false,
		joined: isJoined(text, plain, named, at),
		sentence: inSentence[at] ?? 0
	}));
	const wordCount = all.filter(({ kind }) => kind === 'word' || kind === 'number').length;
	return { text, lang, tokens, sentences, wordCount };
}

// What was said before says nothing new, so that a letter gains nothing by repeating itself.
function withoutRepeats(tokens: readonly Token[], sentences: readonly Sentence[]) {
	const said = new Set<string>();
	const plain: Token[] = [];
	const kept: Sentence[] = [];
	for (const { first, last, question } of sentences) {
		const words = tokens.slice(first, last + 1);
		const key = words.map(({ word }) => word).join(' ');
		if (said.has(key)) continue;
		said.add(key);
		kept.push({ first: plain.length, last: plain.length + words.length - 1, question });
		plain.push(...words);
	}
	return { plain, sentences: kept };
}

// “Jean Ami” is nobody's friend, “your Podcast” is one.
const determiners = new Set(
	'the a an your our my this le la l les un une du au votre ton notre mon'.split(' ')
);

function isName(
	tokens: readonly Token[],
	named: ReadonlyArray<Named | undefined>,
	at: number
): boolean {
	if (tokens[at]?.kind === 'placeholder') return false;
	if (named[at] === 'reader' || named[at] === 'writer') return true;
	return named[at] === 'other' && !determiners.has(tokens[at - 1]?.word ?? '');
}

function isJoined(
	text: string,
	tokens: readonly Token[],
	named: ReadonlyArray<Named | undefined>,
	at: number
): boolean {
	const [before, token] = [tokens[at - 1], tokens[at]];
	if (!named[at] || named[at] !== named[at - 1] || !before || !token) return false;
	return text.slice(before.end, token.start) === ' ';
}

function familiesIn({ kind, raw, word }: Token, lang: Lang): ReadonlySet<Family> {
	if (kind !== 'placeholder') return familiesOf(word, lang);
	return new Set(tokenise(fold(raw).slice(1)).flatMap((each) => [...familiesOf(each.word, lang)]));
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

/** You, your, tu, vous: not the reader’s name. */
export function isReader({ families, named }: ReadToken): boolean {
	return families.has('you') && named === undefined;
}
