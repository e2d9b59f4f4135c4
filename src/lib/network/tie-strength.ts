import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import type { TieWord } from '#lib/i18n/strength-sentence.ts';
import { weightOf } from '#lib/network/tie-reasons.ts';

/** What came of writing to somebody about introductions: how often they answered, and how often not. */
export interface Outcomes {
	answered: number;
	silent: number;
}

export interface TieStrength {
	/** How likely it is that this person answers a personal message of the owner's: above 0, below 1. */
	value: number;
	word: TieWord;
	/** The facts that make it so, the one that says most first; the others say nothing. */
	because: Fact[];
	/** How often the owner wrote and was not answered. */
	silences: number;
	/** Whether the owner said so by hand, whatever is known. */
	said: boolean;
}

export interface Weighing {
	/** YYYY-MM-DD. */
	today: string;
	outcomes?: Outcomes;
	/** What the owner says themselves; outweighs everything. */
	said?: TieWord | null;
}

/** Nothing known: one message in ten is answered. */
const prior = 0.1;
/** As many letters as what is known beforehand weighs: one silence says little, ten say much. */
const letters = 4;
/** What a declared closeness says, and how much of the whole it is. */
const declared = { close: 0.95, good: 0.75, distant: 0.3, forgotten: 0.1 };
const ownWords = 0.8;
/** What the owner's own word of a tie stands for. */
export const spoken: Record<TieWord, number> = {
	sure: 0.9,
	likely: 0.65,
	possible: 0.4,
	faint: 0.1
};

/**
 * How strong a tie is by these facts: each reason alone might make them answer, letters that stayed
 * without an answer speak against it, and the owner's word outweighs both. Another fact, more of one,
 * a later one or an answer never weakens; silence and what the owner declares may. Neither the order
 * of the facts nor anything but the arguments matters. See docs/tie-strength.md.
 */
export function tieStrength(facts: readonly Fact[], weighing: Weighing): TieStrength {
	const { today, outcomes = { answered: 0, silent: 0 }, said } = weighing;
	const weighed = facts
		.map((fact) => ({ fact, weight: weightOf(fact, today) }))
		.toSorted((one, other) => other.weight - one.weight);
	const { tried, answered } = lettersIn(facts);
	const likely = atLeastOne([prior, ...weighed.map(({ weight }) => weight)]);
	const heard = likely * ((letters + answered) / (letters + tried));
	const value = said ? spoken[said] : withOutcomes(withCloseness(heard, facts), outcomes);
	return {
		value,
		word: wordOf(value),
		because: weighed.flatMap(({ fact, weight }) => (weight > 0 ? [fact] : [])),
		silences: tried - answered + outcomes.silent,
		said: Boolean(said)
	};
}

/** In four equal steps. */
export function wordOf(value: number): TieWord {
	if (value >= 0.75) return 'sure';
	if (value >= 0.5) return 'likely';
	return value >= 0.25 ? 'possible' : 'faint';
}

/** That one reason at least holds, each by itself. */
function atLeastOne(weights: readonly number[]): number {
	// In one order, so that the last digit never depends on that of the facts.
	const none = weights.toSorted((one, other) => one - other);
	return 1 - none.reduce((left, weight) => left * (1 - weight), 1);
}

function lettersIn(facts: readonly Fact[]): { tried: number; answered: number } {
	const sum = { tried: 0, answered: 0 };
	for (const fact of facts)
		if (fact.kind === 'messages' || fact.kind === 'email') {
			const { tried = 0, answered = 0 } = fact;
			sum.tried += Math.max(tried, answered);
			sum.answered += answered;
		}
	return sum;
}

function withCloseness(heard: number, facts: readonly Fact[]): number {
	const close = facts.flatMap((fact) =>
		fact.kind === 'declared' && fact.closeness ? [declared[fact.closeness]] : []
	);
	if (close.length === 0) return heard;
	return (1 - ownWords) * heard + ownWords * Math.max(...close);
}

/** A Beta–binomial update: what is believed counts as so many letters, and each outcome as one more. */
function withOutcomes(believed: number, { answered, silent }: Outcomes): number {
	return (letters * believed + answered) / (letters + answered + silent);
}
