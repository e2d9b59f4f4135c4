import type { Token } from '#lib/coach/language/tokens.ts';

/** Tokens `first` to `last` (inclusive) that are said in one breath. */
export interface Sentence {
	first: number;
	last: number;
	question: boolean;
}

const shortened = /^(m|mr|mrs|ms|dr|mme|mlle|me|st|ste|prof|etc|vs|e|g|i|p|s|j|no)$/;

/** Where sentences end: a stop, a question or exclamation mark, a line that ends short, an empty line. */
export function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
	const sentences: Sentence[] = [];
	let first = 0;
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at];
		if (!token) continue;
		const between = text.slice(token.end, tokens[at + 1]?.start ?? text.length);
		const ended = endsBetween(between, token) || endsLine(text, between, token);
		const greets = hello.test(tokens[at + 1]?.raw ?? '');
		if (at < tokens.length - 1 && !ended && !greets) continue;
		sentences.push({ first, last: at, question: between.includes('?') });
		first = at + 1;
	}
	return sentences;
}

// A greeting begins anew, even where no stop stands before it.
const hello = /^(?:Hi|Hello|Hey|Dear|Bonjour|Bonsoir|Salut|Coucou|Chère?s?)$/u;
const shortLine = 35;

// A line broken long before the margin was meant to end: a name, a title, an address.
function endsLine(text: string, between: string, before: Token): boolean {
	if (!between.includes('\n')) return false;
	return before.end - text.lastIndexOf('\n', before.end - 1) - 1 < shortLine;
}

function endsBetween(between: string, before: Token): boolean {
	if (/[!?…;]|\n\s*\n|\n\s*[-•*–—]/u.test(between)) return true;
	if (/[,:]\s*\n/.test(between)) return true;
	return /\.(?:\s|["”»)]|$)/u.test(between) && !shortened.test(before.word);
}
