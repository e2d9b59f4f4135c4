import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import type { Said } from '#lib/network/memory.ts';
import { lastDayOf } from '#lib/network/shared-time.ts';

/** A tie without an exchange for this long is dormant, in years. */
const dormantAfter = 3;
/** Before all dates, and after. */
const never = '0000-00-00';
const goesOn = '9999-12-31';

/** The day until when a tie must have been silent to be dormant on a day. */
export function silentSince(today: string): string {
	return `${Number(today.slice(0, 4)) - dormantAfter}${today.slice(4)}`;
}

/** Whether two people had to do with one another, beyond a connection or an unanswered word. */
export function isRealTie(facts: readonly Fact[]): boolean {
	return facts.some((fact) => {
		if (fact.kind === 'messages' || fact.kind === 'email')
			return fact.count > 0 && fact.mine !== 0 && fact.theirs !== 0;
		if (fact.kind === 'meeting') return !fact.crowd;
		return fact.kind === 'shared_employer' || fact.kind === 'shared_school';
	});
}

/**
 * The last day on which the two may have had to do with one another, as YYYY-MM-DD: sorts and compares
 * as text. Before all days where no fact has a date; after all where they still work together.
 */
export function lastTogether(facts: readonly Fact[], said: Pick<Said, 'metOn' | 'connectedOn'>) {
	const dates = facts.map(dateOf);
	const typed = [said.metOn, said.connectedOn ?? ''].filter(Boolean).map(lastDayOf);
	return [...dates, ...typed].toSorted().at(-1) ?? never;
}

/** Whether a tie is real and silent for three years on a day. */
export function isDormant(
	facts: readonly Fact[],
	said: Pick<Said, 'metOn' | 'connectedOn'>,
	today: string
): boolean {
	return isRealTie(facts) && lastTogether(facts, said) < silentSince(today);
}

function dateOf(fact: Fact): string {
	switch (fact.kind) {
		case 'shared_employer':
			if (!fact.to) return fact.from ? goesOn : never;
			return lastDayOf(fact.to);
		case 'shared_school':
			return fact.to ? lastDayOf(fact.to) : never;
		case 'recommendation':
		case 'invitation':
			return fact.on ? lastDayOf(fact.on) : never;
		case 'messages':
		case 'email':
		case 'meeting':
			return fact.last ? lastDayOf(fact.last) : never;
		default:
			return never;
	}
}
