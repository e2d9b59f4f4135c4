import type { Span } from '#lib/coach/judgement.ts';
import { type ReadLetter, sentenceSpan } from '#lib/coach/language/read-letter.ts';

/** A piece of a letter to be replaced, with what stands around the new words; where nothing goes, start is end. */
export interface Spot {
	start: number;
	end: number;
	lead: string;
	tail: string;
}

const greetingWords = 7;
const closingWords = 7;
const closingLines = 5;

/** The greeting with its comma; where there is none, the head of the letter. */
export function greetingSpot(letter: ReadLetter): Spot {
	const greeting = greetingSpan(letter);
	if (greeting) return { start: greeting[0], end: greeting[1], lead: '', tail: '' };
	const start = letter.tokens[0]?.start ?? letter.text.length;
	return { start, end: start, lead: '', tail: '\n\n' };
}

/** Before the first sentence after the greeting. */
export function openingSpot(letter: ReadLetter): Spot {
	const { text } = letter;
	const after = greetingSpan(letter)?.[1] ?? 0;
	const closing = bodyEnd(letter);
	const start = after + (/^\s*/.exec(text.slice(after))?.[0].length ?? 0);
	if (closing <= after) return alone(text, after);
	return { start, end: start, lead: spaceBefore(text, start), tail: ' ' };
}

/** After the last sentence before the closing. */
export function endSpot(letter: ReadLetter): Spot {
	const { text } = letter;
	const after = greetingSpan(letter)?.[1] ?? 0;
	const end = bodyEnd(letter);
	if (end <= after) return alone(text, after);
	const unfinished = /[\p{L}\d]$/u.test(text.slice(0, end));
	return {
		start: end,
		end,
		lead: unfinished ? '. ' : ' ',
		tail: /^\S/.test(text.slice(end)) ? ' ' : ''
	};
}

/** The whole sentence in which something stands, with its stop and quotes. */
export function sentenceSpot(letter: ReadLetter, [start, end]: Span): Spot | null {
	const first = letter.tokens.find((token) => token.end > start)?.sentence;
	const last = letter.tokens.findLast((token) => token.start < end)?.sentence;
	if (first === undefined || first !== last) return null;
	const [from, to] = wholeSentence(letter, first);
	return { start: from, end: to, lead: '', tail: '' };
}

function greetingSpan(letter: ReadLetter): Span | null {
	const [opener] = letter.tokens;
	const sentence = letter.sentences[0];
	if (!opener?.families.has('greeting') || !sentence) return null;
	if (sentence.last - sentence.first >= greetingWords) return null;
	const [start, end] = sentenceSpan(letter, 0);
	const mark = /^[^\S\n]*[,.!:]?/u.exec(letter.text.slice(end))?.[0].trimEnd() ?? '';
	return [start, end + mark.length];
}

function wholeSentence(letter: ReadLetter, index: number): Span {
	const { text } = letter;
	let [start] = sentenceSpan(letter, index);
	let at = index;
	let [, end] = sentenceSpan(letter, at);
	// A semicolon parts thoughts, not sentences.
	while (index > 0 && /^[^\S\n]*;[^\S\n]*$/u.test(between(letter, index))) {
		index -= 1;
		[start] = sentenceSpan(letter, index);
	}
	while (/^[^\S\n]*;[^\S\n]*$/u.test(between(letter, at + 1))) {
		at += 1;
		[, end] = sentenceSpan(letter, at);
	}
	const opened = /[«“"(][^\S\n]*$/u.exec(text.slice(0, start))?.[0] ?? '';
	const closed = /^(?:[^\S\n]*[.!?…;:,]+)?(?:[^\S\n]*[»”")])?/u.exec(text.slice(end))?.[0] ?? '';
	return [start - opened.length, end + closed.length];
}

/** What stands between a sentence and the one before it; a letter where there is none. */
function between(letter: ReadLetter, index: number): string {
	if (index < 1 || index >= letter.sentences.length) return '.';
	return letter.text.slice(sentenceSpan(letter, index - 1)[1], sentenceSpan(letter, index)[0]);
}

/** Where the body ends: what follows is a closing, a signature or nothing. */
function bodyEnd(letter: ReadLetter): number {
	const end = endOfLines(letter.text);
	const last = letter.sentences.length - 1;
	const [start, until] = sentenceSpan(letter, last);
	const closes = closesInline(letter, last) && until >= end - 1 && start < end;
	return closes ? wholeSentence(letter, last - 1)[1] : end;
}

// “… Fine if not. Thanks, Tash” on one line.
function closesInline({ sentences, tokens }: ReadLetter, index: number): boolean {
	const { first, last } = sentences[index] ?? { first: 0, last: 0 };
	const families = tokens[first]?.families;
	const closes = families?.has('closing') || families?.has('thanks');
	return index > 0 && last - first < 4 && closes === true;
}

function endOfLines(text: string): number {
	let end = text.trimEnd().length;
	for (let line = 0; line < closingLines && end > 0; line += 1) {
		const start = text.lastIndexOf('\n', end - 1) + 1;
		const words = text.slice(start, end).trim();
		if (/[.!?…»”")]$/u.test(words) || words.split(/\s+/).length > closingWords) return end;
		end = text.slice(0, start).trimEnd().length;
	}
	return end;
}

function alone(text: string, after: number): Spot {
	const rest = text.slice(after);
	return {
		start: after,
		end: after,
		lead: after > 0 ? '\n\n' : '',
		tail: rest.trim() === '' || rest.startsWith('\n') ? '' : '\n\n'
	};
}

function spaceBefore(text: string, at: number): string {
	return at > 0 && /\S/.test(text.charAt(at - 1)) ? ' ' : '';
}
