import type { CriterionName, Facts, Kind, Span } from '#lib/coach/judgement.ts';
import type { FactWeight } from '#lib/coach/rules/weigh-facts.ts';
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
	/** What the application knows that bears on it. */
	facts?: (facts: Facts, kind: Kind) => FactWeight[];
}

export interface Weighed {
	met: boolean | null;
	score: number;
	spans: Span[];
	/** Key of the advice. */
	advice: string;
	/** A number that the advice names. */
	count?: number;
}

const enough = 0.5;

/** Weighs a letter by one rule. Signals said twice count once, so that length alone gains nothing. */
export function weigh(rule: Rule, evidence: Evidence, kind: Kind, facts: Facts): Weighed {
	const forKind = ({ kinds }: Weight) => !kinds || kinds.includes(kind);
	const known = rule.facts ? facts : {};
	const isThere = ({ signals }: Weight) => signals.some((signal) => has(signal, evidence, known));
	const gains = rule.gains.filter(forKind);
	const losses = rule.losses.filter(forKind).filter(isThere);
	const won = gains.filter(isThere);
	const weights = rule.facts?.(facts, kind) ?? [];
	const sum = rule.start + total(won) - total(losses) + total(weights);
	const score = Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100;
	const told =
		weights.length > 0 ||
		losses.length > 0 ||
		(rule.tells ?? []).some((signal) => evidence.has(signal));
	const met = rule.tells && !told ? null : score >= enough;
	const missing = gains.filter((weight) => !isThere(weight));
	const shown = met === true || losses.length === 0 ? won : losses;
	return {
		met,
		score,
		spans: spansOf(shown, evidence),
		...adviceOf(rule, met, [...losses, ...against(weights)], missing)
	};
}

// What the application knows of the link need not stand in the letter, and counts against one that doubts it.
function has(signal: Signal, evidence: Evidence, { targetInNetwork }: Facts): boolean {
	if (targetInNetwork && signal === 'link') return true;
	return evidence.has(signal) && !(targetInNetwork && signal === 'noLink');
}

// As losses, whose points are above 0.
function against(weights: readonly FactWeight[]): FactWeight[] {
	return weights.filter(({ points }) => points < 0).map((one) => ({ ...one, points: -one.points }));
}

function total(weights: ReadonlyArray<{ points: number }>): number {
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
	losses: readonly FactWeight[],
	missing: readonly Weight[]
): { advice: string; count?: number } {
	const told = met === true ? losses.filter(isFact) : losses;
	const worst = heaviest(told) ?? (met === true ? undefined : heaviest(missing));
	const advice = worst?.advice ?? `${rule.name}-${met === true ? 'met' : 'missing'}`;
	return { advice, ...(worst?.count !== undefined && { count: worst.count }) };
}

// Even a letter that is well asked should not hide what stands in its way.
function isFact(weight: FactWeight): boolean {
	return !('signals' in weight);
}

function heaviest(weights: readonly FactWeight[]): FactWeight | undefined {
	return weights
		.filter(({ advice }) => advice)
		.toSorted((one, other) => other.points - one.points)[0];
}
