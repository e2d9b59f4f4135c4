import type { MatchReason } from '#lib/matching/match-reason.ts';

/** How sure it looks that two contacts are one person, as a word. */
export type Likelihood = 'likely' | 'possible' | 'unsure';

/** What odds in bits are called: likely from three of five on, possible from one of three. */
export function likelihoodOf(odds: number): Likelihood {
	if (odds >= 0.58) return 'likely';
	return odds >= -1 ? 'possible' : 'unsure';
}

/**
 * How likely a pair is by what its owner is told alone: what speaks for or against it in the other's
 * contact and is not told, a guess of it would tell.
 */
export function toldOdds(
	odds: number,
	reasons: readonly MatchReason[],
	told: readonly MatchReason[]
): number {
	const untold = reasons.filter((reason) => !told.includes(reason));
	return untold.reduce((left, { weight }) => left - weight, odds);
}
