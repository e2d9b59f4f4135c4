import type { Fact } from '#lib/i18n/evidence-sentence.ts';

/** A tie without an exchange for this long is dormant, in years. */
const dormantAfter = 3;

/** The latest exchange that the facts show, as an ISO date of any precision; empty when there is none. */
export function lastExchange(facts: readonly Fact[]): string {
	const dates = facts.map((fact) => (isExchange(fact) ? (fact.last ?? '') : ''));
	return dates.toSorted().at(-1) ?? '';
}

/** In a room full of people nobody in particular is met. */
function isExchange(fact: Fact): fact is Extract<Fact, { kind: 'messages' | 'email' | 'meeting' }> {
	if (fact.kind === 'meeting') return !fact.crowd;
	return fact.kind === 'messages' || fact.kind === 'email';
}

/** Whether an ISO date lies three years or more before now; an unknown date does not. */
export function longAgo(date: string, now: Date): boolean {
	if (!date) return false;
	const limit = new Date(now);
	limit.setUTCFullYear(limit.getUTCFullYear() - dormantAfter);
	return date < limit.toISOString().slice(0, date.length);
}

/**
 * Whether somebody may well not remember the one who writes: declared so, or no exchange at all,
 * or none for three years. A declared closeness outweighs what can be inferred, and whoever works
 * together today remembers.
 */
export function isFaint(facts: readonly Fact[], now: Date): boolean {
	const declared = facts.find((fact) => fact.kind === 'declared' && fact.closeness);
	if (declared?.kind === 'declared')
		return declared.closeness === 'distant' || declared.closeness === 'forgotten';
	const together = facts.some((fact) => fact.kind === 'shared_employer' && fact.from && !fact.to);
	if (together) return false;
	const last = lastExchange(facts);
	return !last || longAgo(last, now);
}
