import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { capitalised } from '#lib/i18n/typography.ts';
import { sayWholeFact } from '#lib/i18n/whole-fact.ts';
import { isInferred } from '#lib/network/inferred.ts';
import type { Source, Trace } from '#lib/network/memory.ts';

/** One fact as a list tells it. */
export interface MemoryLine {
	kind: Fact['kind'];
	/** The years it is of, such as "1999–2003"; empty where there is no date. */
	years: string;
	sentence: string;
	inferred: boolean;
	/** Where it comes from: null for what was typed or happened here. */
	source: Source | null;
}

/** A fact's years, as four digits each; empty where unknown. Without an end it goes on. */
export interface Years {
	from: string;
	to: string;
}

/** What is known of a tie, in the order of time; what has no date comes last. Nothing where nothing is known. */
export function memoryLines(traces: readonly Trace[], locale: Locale): MemoryLine[] {
	return traces
		.filter(({ fact }) => fact.kind !== 'none')
		.toSorted((one, other) => beginOf(one.fact).localeCompare(beginOf(other.fact)))
		.map(({ fact, source }) => ({
			kind: fact.kind,
			years: sayYears(yearsOf(fact)),
			sentence: `${capitalised(sayWholeFact(fact, locale), locale)}.`,
			inferred: isInferred(fact),
			source
		}));
}

/** When a fact was: of what lasted both ends, of a moment the same year twice. */
export function yearsOf(fact: Fact): Years {
	const { from, to } = endsOf(fact);
	return { from: (from ?? '').slice(0, 4), to: (to ?? '').slice(0, 4) };
}

function endsOf(fact: Fact): { from?: string | undefined; to?: string | undefined } {
	switch (fact.kind) {
		case 'shared_employer':
		case 'shared_school':
		case 'same_company':
			return fact;
		case 'messages':
		case 'email':
		case 'meeting':
			return { from: fact.first ?? fact.last, to: fact.last };
		case 'endorsement':
			return { from: fact.last, to: fact.last };
		case 'declared':
			return { from: fact.metOn, to: fact.metOn };
		case 'none':
			return {};
		default:
			return { from: fact.on, to: fact.on };
	}
}

function beginOf(fact: Fact): string {
	const { from, to } = endsOf(fact);
	return from || to || '9999';
}

function sayYears({ from, to }: Years): string {
	if (from === to || to === '') return from;
	return from === '' ? to : `${from}–${to}`;
}
