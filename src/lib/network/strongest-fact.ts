import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { isInferred } from '#lib/network/inferred.ts';
import { monthsOf } from '#lib/network/shared-time.ts';

/** Why a fact counts: what it shows of two people. */
export type Reason =
	| 'together'
	| 'own_words'
	| 'recommended'
	| 'introduced'
	| 'met'
	| 'both_wrote'
	| 'one_way'
	| 'inferred'
	| 'invited'
	| 'connected'
	| 'nothing';

export interface Strength {
	fact: Fact;
	/** 0 to 100: how much two people were to one another by this fact alone, not how lately. */
	weight: number;
	reason: Reason;
}

const declaredWeights = { close: 70, good: 45, distant: 8, forgotten: 0 };
/** Beyond ten years together nobody is closer for it. */
const mostMonths = 120;

/**
 * The fact that says most of a tie, and why; undefined where there is none. Ask for a certain one
 * where it is to be said to others: what is inferred is for its owner to judge.
 */
export function strongestFact(
	facts: readonly Fact[],
	{ certain = false }: { certain?: boolean } = {}
): Strength | undefined {
	return facts
		.filter((fact) => fact.kind !== 'none' && !(certain && isInferred(fact)))
		.map(strengthOf)
		.toSorted((one, other) => other.weight - one.weight)[0];
}

/** How close two people once were, by all that is known: 0 for strangers, without an upper end. */
export function closenessThen(facts: readonly Fact[]): number {
	return facts.reduce((sum, fact) => sum + strengthOf(fact).weight, 0);
}

function strengthOf(fact: Fact): Strength {
	const [weight, reason] = weigh(fact);
	return { fact, weight, reason };
}

function weigh(fact: Fact): [number, Reason] {
	switch (fact.kind) {
		case 'shared_employer':
		case 'shared_school':
			return [together(fact), 'together'];
		case 'declared':
			return [fact.closeness ? declaredWeights[fact.closeness] : fact.how ? 40 : 20, 'own_words'];
		case 'recommendation':
			return [45, 'recommended'];
		case 'introduction':
			return [fact.done ? 40 : 15, 'introduced'];
		case 'meeting':
			return fact.crowd ? [3, 'met'] : [20 + Math.min(fact.count, 15), 'met'];
		case 'messages':
		case 'email':
			return written(fact);
		case 'same_company':
			return fact.at === 'apart' ? [3, 'connected'] : [12, 'inferred'];
		case 'connected_while':
			return [6, 'inferred'];
		case 'endorsement':
			return [8, 'recommended'];
		case 'invitation':
			return [(fact.accepted ? 4 : 1) + (fact.note ? 4 : 0), 'invited'];
		case 'connected':
			return [2, 'connected'];
		case 'none':
			return [0, 'nothing'];
	}
}

function together({ from, to }: { from?: string; to?: string }): number {
	const months = monthsOf(from, to) ?? (from ? mostMonths / 2 : 0);
	return 38 + (40 * Math.min(months, mostMonths)) / mostMonths;
}

/** What went one way only shows little, however much of it. */
function written(fact: { count: number; mine?: number; theirs?: number }): [number, Reason] {
	const oneWay = fact.mine === 0 || fact.theirs === 0;
	if (oneWay) return [4, 'one_way'];
	return [15 + Math.min(20, 4 * Math.log2(fact.count)), 'both_wrote'];
}
