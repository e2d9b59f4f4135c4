import { m } from '#lib/i18n/paraglide/messages.js';
import type { ReadingRefusal } from '#lib/readings/reading.ts';

/** What the requester is told on coming back to the draft: what was done, or why not. */
export type ReadingTold =
	'asked' | 'taken' | 'busy' | Exclude<ReadingRefusal, 'not_found' | 'too_many'>;

const texts = {
	asked: m.readings_told_asked,
	taken: m.readings_told_taken,
	busy: m.readings_told_busy,
	no_adviser: m.readings_told_no_adviser,
	already_asked: m.readings_told_already_asked,
	incomplete: m.readings_told_incomplete,
	passage_gone: m.readings_told_passage_gone,
	too_late: m.readings_told_too_late
} satisfies Record<ReadingTold, () => string>;

const good: readonly ReadingTold[] = ['asked', 'taken'];

/** The word of an address as a sentence; null for any other. */
export function readingTold(
	told: string | null
): { kind: 'agreed' | 'waiting'; text: string } | null {
	if (told === null || !isTold(told)) return null;
	return { kind: good.includes(told) ? 'agreed' : 'waiting', text: texts[told]() };
}

function isTold(told: string): told is ReadingTold {
	return Object.hasOwn(texts, told);
}
