import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { isInferred } from '#lib/network/inferred.ts';
import type { Trace } from '#lib/network/memory.ts';
import { yearsOf } from '#lib/network/memory-lines.ts';

/** How many exchanges there were in a year, of whatever kind. */
export interface YearCount {
	year: number;
	count: number;
}

/** A tie over the years, to be drawn: whole years, both ends included. */
export interface TieYears {
	from: number;
	to: number;
	spans: { from: number; to: number; label: string; inferred: boolean }[];
	/** Exchanges a year; where only the first and the last are known, these two. */
	dots: YearCount[];
	/** Years of an invitation, a connection, a recommendation or a first meeting. */
	marks: number[];
}

/** What of a tie has dates, up to this year, so that a silence shows; undefined where nothing has. */
export function tieYears(
	traces: readonly Trace[],
	counts: readonly YearCount[],
	thisYear: number
): TieYears | undefined {
	const facts = traces.map(({ fact }) => fact);
	const spans = facts.flatMap((fact) => spanOf(fact, thisYear));
	const dots = counts.length > 0 ? [...counts] : facts.flatMap(endsOfExchange);
	const marks = [...new Set(facts.flatMap(markOf))];
	const starts = [...spans.map(({ from }) => from), ...dots.map(({ year }) => year), ...marks];
	if (starts.length === 0) return undefined;
	return { from: Math.min(...starts), to: thisYear, spans, dots, marks };
}

function spanOf(fact: Fact, thisYear: number): TieYears['spans'] {
	const label = 'company' in fact ? fact.company : 'school' in fact ? fact.school : '';
	const { from, to } = yearsOf(fact);
	if (label === '' || from === '') return [];
	const last = Math.min(to === '' ? thisYear : Number(to), thisYear);
	return [{ from: Math.min(Number(from), last), to: last, label, inferred: isInferred(fact) }];
}

function endsOfExchange(fact: Fact): YearCount[] {
	if (fact.kind !== 'messages' && fact.kind !== 'email' && fact.kind !== 'meeting') return [];
	const years = [...new Set([fact.first, fact.last].filter((date) => date !== undefined))];
	return [...new Set(years.map((date) => Number(date.slice(0, 4))))].map((year) => ({
		year,
		count: 1
	}));
}

const moments: readonly Fact['kind'][] = [
	'invitation',
	'connected',
	'connected_while',
	'recommendation',
	'introduction',
	'declared'
];

function markOf(fact: Fact): number[] {
	const { from } = yearsOf(fact);
	return moments.includes(fact.kind) && from !== '' ? [Number(from)] : [];
}
