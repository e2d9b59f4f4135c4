import type { Facts, Kind } from '#lib/coach/judgement.ts';

/** What the application knows, weighed: points for (above 0) or against, and what to say of those against. */
export interface FactWeight {
	points: number;
	advice?: string;
	/** For the advice. */
	count?: number;
}

const faintTie = 0.15;
const closeTie = 0.6;
const manyRequests = 5;
const someRequests = 3;

/** Weighs the facts that bear on whether this reader can do what is asked. */
export function weighFacts(facts: Facts, kind: Kind): FactWeight[] {
	return [ofNetwork(facts), ofTie(facts, kind), ofRequests(facts)].filter(
		(weight) => weight !== undefined
	);
}

function ofNetwork({ targetInNetwork }: Facts): FactWeight | undefined {
	if (targetInNetwork === undefined) return undefined;
	return targetInNetwork ? { points: 0.15 } : { points: -0.5, advice: 'not-in-network' };
}

function ofTie({ tieStrength }: Facts, kind: Kind): FactWeight | undefined {
	if (tieStrength === undefined) return undefined;
	if (tieStrength >= closeTie) return { points: 0.1 };
	if (tieStrength >= faintTie) return undefined;
	return { points: -0.15, advice: kind === 'request' ? 'faint-tie' : 'faint-tie-of-yours' };
}

function ofRequests({ openRequests = 0 }: Facts): FactWeight | undefined {
	if (openRequests < someRequests) return undefined;
	const points = openRequests >= manyRequests ? -0.2 : -0.1;
	return { points, advice: 'many-requests', count: openRequests };
}
