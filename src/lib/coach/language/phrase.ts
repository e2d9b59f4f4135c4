import { type ElementIndex, elementIndex, elementNumber } from '#lib/coach/language/element.ts';
import type { ReadLetter, ReadToken } from '#lib/coach/language/read-letter.ts';

/**
 * A way of saying something, in families rather than words. Elements are parted by spaces, alternatives by |:
 * `@family`, `#reader|#writer|#other|#organisation|#named|#number|#year|#placeholder`, or a folded word (`*` takes every ending).
 * `..` lets up to three words pass, `...` up to seven, within one sentence.
 * A phrase whose words are negated does not count, unless it begins with `~`; with `!` only the negated counts.
 */
export interface Phrase {
	steps: Step[];
	negation: 'none' | 'any' | 'some';
}

interface Step {
	/** Words that may pass before it. */
	gap: number;
	element: number;
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
	const steps: Step[] = [];
	let gap = 0;
	for (const part of line.replace(/^[~!]\s*/, '').split(/\s+/)) {
		if (part in gaps) gap = gaps[part] ?? 0;
		else {
			steps.push({ gap, element: elementNumber(part) });
			gap = 0;
		}
	}
	return { steps, negation };
}

/** Every place where the phrase is said, the shortest at each beginning. */
export function findPhrase(letter: ReadLetter, { steps, negation }: Phrase): Found[] {
	const index = elementIndex(letter);
	const [head] = steps;
	const found: Found[] = [];
	if (!head) return found;
	for (const at of index.positions(head.element)) {
		const sentence = letter.tokens[at]?.sentence ?? 0;
		const last = follow(letter.tokens, index, steps, 1, at, letter.sentences[sentence]?.last ?? at);
		if (last !== undefined && negationFits(letter.tokens, at, last, negation))
			found.push([at, last]);
	}
	return found;
}

// A name counts as one word, however many it has.
function follow(
	tokens: readonly ReadToken[],
	index: ElementIndex,
	steps: readonly Step[],
	step: number,
	from: number,
	sentenceEnd: number
): number | undefined {
	const next = steps[step];
	if (!next) return from;
	let left = next.gap + 1;
	for (let at = from + 1; at <= sentenceEnd; at += 1) {
		if (!tokens[at]?.joined) left -= 1;
		if (left < 0) break;
		if (!index.fits(at, next.element)) continue;
		const last = follow(tokens, index, steps, step + 1, at, sentenceEnd);
		if (last !== undefined) return last;
	}
	return undefined;
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

/** The sentences in which any of these is said. */
export function sentencesOf(
	{ tokens }: ReadLetter,
	said: ReadonlyMap<string, readonly Found[]>,
	names: readonly string[]
): Set<number | undefined> {
	return new Set(
		names.flatMap((name) => (said.get(name) ?? []).map(([first]) => tokens[first]?.sentence))
	);
}
