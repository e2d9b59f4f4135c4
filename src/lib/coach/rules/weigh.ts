import type { CriterionName, Facts, Kind, Span } from '#lib/coach/judgement.ts';
import { type Evidence, merge, type Signal } from '#lib/coach/signals/evidence.ts';

/** Signals that say the same thing count once. */
export interface Weight {
	points: number;
	signals: readonly Signal[];
	/** For these letters only; for all if absent. */
	kinds?: readonly Kind[];
	/** What to advise: for a gain when it is missing, for a loss when it is there. */
	advice?: string;
}

/** One of the five, as a sum of what speaks for and against it. */
export interface Rule {
	name: CriterionName;
	start: number;
	gains: readonly Weight[];
	losses: readonly Weight[];
	/** Without one of these signals the letter does not tell. */
	tells?: readonly Signal[];
	/** Points for what the application knows. */
	facts?: (facts: Facts) => number;
}

export interface Weighed {
	met: boolean | null;
	score: number;
	spans: Span[];
	/** Key of the advice. */
	advice: string;
}

const enough = 0.5;

/** Weighs a letter by one rule. Signals said twice count once, so that length alone gains nothing. */
export function weigh(rule: Rule, evidence: Evidence, kind: Kind, facts: Facts): Weighed {
	const forKind = ({ kinds }: Weight) => !kinds || kinds.includes(kind);
	const isThere = ({ signals }: Weight) => signals.some((signal) => evidence.has(signal));
	const gains = rule.gains.filter(forKind);
	const losses = rule.losses.filter(forKind).filter(isThere);
	const won = gains.filter(isThere);
	const known = rule.facts?.(facts) ?? 0;
	const sum = rule.start + total(won) - total(losses) + known;
	const score = Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100;
	const told =
		known !== 0 || losses.length > 0 || (rule.tells ?? []).some((signal) => evidence.has(signal));
	const met = rule.tells && !told ? null : score >= enough;
	const missing = gains.filter((weight) => !isThere(weight));
	const shown = met === true || losses.length === 0 ? won : losses;
	return {
		met,
		score,
		spans: spansOf(shown, evidence),
		advice: adviceOf(rule, met, losses, missing)
	};
}

function total(weights: readonly Weight[]): number {
	return weights.reduce((sum, { points }) => sum + points, 0);
}

function spansOf(weights: readonly Weight[], evidence: Evidence): Span[] {
	return merge(
		weights.flatMap(({ signals }) => signals.flatMap((signal) => evidence.get(signal) ?? []))
	);
}

function adviceOf(
	rule: Rule,
	met: boolean | null,
	losses: readonly Weight[],
	missing: readonly Weight[]
): string {
	if (met === true) return `${rule.name}-met`;
	const heaviest = (weights: readonly Weight[]) =>
		weights.filter(({ advice }) => advice).toSorted((one, other) => other.points - one.points)[0]
			?.advice;
	return heaviest(losses) ?? heaviest(missing) ?? `${rule.name}-missing`;
}
