import { type Family, isFamilyName } from '#lib/coach/language/lexicon.ts';
import type { ReadLetter, ReadToken } from '#lib/coach/language/read-letter.ts';

/**
 * A way of saying something, in families rather than words. Elements are parted by spaces, alternatives by |:
 * `@family`, `#reader|#writer|#other|#organisation|#number|#year|#named|#placeholder`, or a folded word (`*` takes every ending).
 * `..` lets up to three words pass, `...` up to seven, within one sentence.
 * A phrase whose words are negated does not count, unless it begins with `~`; with `!` only the negated counts.
 */
export interface Phrase {
	elements: Element[];
	negation: 'none' | 'any' | 'some';
}

interface Element {
	gap: number;
	families: Family[];
	marks: string[];
	words: ReadonlySet<string>;
	stems: string[];
}

/** First and last token of what was said. */
export type Found = [first: number, last: number];

const gaps: Record<string, number> = { '..': 3, '...': 7 };

/** Reads one phrase per line. A family that does not exist is a mistake of ours and throws. */
export function phrases(source: string): Phrase[] {
	return source
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map(phrase);
}

function phrase(line: string): Phrase {
	const negation = line.startsWith('~') ? 'any' : line.startsWith('!') ? 'some' : 'none';
	const elements: Element[] = [];
	let gap = 0;
	for (const part of line.replace(/^[~!]\s*/, '').split(/\s+/)) {
		if (part in gaps) gap = gaps[part] ?? 0;
		else {
			elements.push(element(part, gap));
			gap = 0;
		}
	}
	return { elements, negation };
}

function element(part: string, gap: number): Element {
	const choices = part.split('|');
	const literal = choices.filter((choice) => !/^[@#]/.test(choice));
	return {
		gap,
		families: choices
			.filter((choice) => choice.startsWith('@'))
			.map((choice) => family(choice.slice(1))),
		marks: choices.filter((choice) => choice.startsWith('#')).map((choice) => choice.slice(1)),
		words: new Set(literal.filter((word) => !word.endsWith('*'))),
		stems: literal.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
	};
}

function family(name: string): Family {
	if (!isFamilyName(name)) throw new Error(`There is no family ${name}`);
	return name;
}

/** Every place where the phrase is said, the shortest at each beginning. */
export function findPhrase({ tokens }: ReadLetter, { elements, negation }: Phrase): Found[] {
	const [head, ...rest] = elements;
	const found: Found[] = [];
	if (!head) return found;
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at];
		if (!token || !fits(token, head)) continue;
		const last = follow(tokens, at, rest, token.sentence);
		if (last !== undefined && negationFits(tokens, at, last, negation)) found.push([at, last]);
	}
	return found;
}

function follow(
	tokens: readonly ReadToken[],
	from: number,
	rest: readonly Element[],
	sentence: number
): number | undefined {
	const [next, ...more] = rest;
	if (!next) return from;
	for (let at = from + 1; at <= from + 1 + next.gap; at += 1) {
		const token = tokens[at];
		if (!token || token.sentence !== sentence) return undefined;
		if (!fits(token, next)) continue;
		const last = follow(tokens, at, more, sentence);
		if (last !== undefined) return last;
	}
	return undefined;
}

function fits(token: ReadToken, { families, marks, words, stems }: Element): boolean {
	return (
		families.some((family) => token.families.has(family)) ||
		words.has(token.word) ||
		stems.some((stem) => token.word.startsWith(stem)) ||
		marks.some((mark) => isMarked(token, mark))
	);
}

function isMarked({ kind, named, word }: ReadToken, mark: string): boolean {
	if (mark === 'named') return named === 'other' || named === 'organisation';
	if (mark === 'number') return kind === 'number';
	if (mark === 'placeholder') return kind === 'placeholder';
	if (mark === 'year') return kind === 'number' && /^(?:19|20)\d\d$/.test(word);
	return named === mark;
}

function negationFits(
	tokens: readonly ReadToken[],
	first: number,
	last: number,
	negation: Phrase['negation']
): boolean {
	if (negation === 'any') return true;
	const negated = tokens.slice(first, last + 1).some((token) => token.negated);
	return negated === (negation === 'some');
}
