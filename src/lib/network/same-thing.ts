import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { companyKey } from '#lib/people/company-name.ts';
import { searchText } from '#lib/people/search-text.ts';

interface Held {
	fact: Fact;
}

/**
 * Facts without those that say again what another says better: two files, or a file and one's own
 * hand, may tell of one thing. What tells more stays, in the place of the first.
 */
export function withoutDoubles<Trace extends Held>(traces: readonly Trace[]): Trace[] {
	if (cannotDouble(traces)) return [...traces];
	const groups = Map.groupBy(traces, ({ fact }) => subject(fact));
	const kept = [...groups.values()].map(bestOf).flat();
	return traces.filter((trace) => kept.includes(trace));
}

/** Facts of as many kinds as there are facts: to fold names of companies would be in vain. */
function cannotDouble(traces: readonly Held[]): boolean {
	const kinds = traces.map(({ fact }) =>
		fact.kind === 'same_company' ? 'shared_employer' : fact.kind
	);
	return new Set(kinds).size === kinds.length;
}

/** What a fact is about, whoever tells it. */
function subject(fact: Fact): string {
	switch (fact.kind) {
		case 'shared_employer':
		case 'same_company':
			return `company ${companyKey(fact.company)}`;
		case 'shared_school':
			return `school ${searchText([fact.school])}`;
		case 'messages':
			return `messages ${fact.by ?? ''}`;
		case 'invitation':
		case 'recommendation':
		case 'endorsement':
			return `${fact.kind} ${fact.direction}`;
		case 'introduction':
			return `introduction ${fact.part} ${fact.names.join()} ${fact.on ?? ''}`;
		default:
			return fact.kind;
	}
}

/** One company may have been shared twice, years apart: those are two facts. */
function bestOf<Trace extends Held>(traces: Trace[]): Trace[] {
	const ranked = traces.toSorted((one, other) => tells(other.fact) - tells(one.fact));
	return ranked.filter(
		(trace, at) => !ranked.slice(0, at).some((better) => !areApart(better.fact, trace.fact))
	);
}

function areApart(one: Fact, other: Fact): boolean {
	if (one.kind !== other.kind || !('from' in one) || !('from' in other)) return false;
	const [a, b] = [timeOf(one), timeOf(other)];
	return a !== undefined && b !== undefined && (a.to < b.from || b.to < a.from);
}

function timeOf(fact: Fact): { from: string; to: string } | undefined {
	return 'from' in fact && fact.from && fact.to ? { from: fact.from, to: fact.to } : undefined;
}

function tells(fact: Fact): number {
	const surer = fact.kind === 'shared_employer' ? 1_000_000 : 0;
	const fields = Object.values(fact).filter((value) => value !== undefined).length;
	return surer + ('count' in fact ? fact.count * 100 : 0) + fields;
}
