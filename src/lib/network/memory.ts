import { z } from 'zod';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';

/** What the owner of a contact said of the tie, and the day of the LinkedIn connection. */
export interface Said {
	howKnown: string;
	metWhere: string;
	metOn: string;
	closeness: 'close' | 'good' | 'distant' | 'forgotten' | null;
	connectedOn: string | null;
}

const date = z.string().min(4).optional();
const range = { from: date, to: date };
const count = z.int().positive();
const direction = z.enum(['theirs', 'mine']);

/** The shape of evidence.fact; what a member declares stands in the contact itself. */
const evidence = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('shared_employer'), company: z.string().min(1), ...range }),
	z.object({ kind: z.literal('shared_school'), school: z.string().min(1), ...range }),
	z.object({ kind: z.literal('messages'), count, first: date, last: date }),
	z.object({ kind: z.literal('email'), count, last: date }),
	z.object({ kind: z.literal('meeting'), count, last: date }),
	z.object({
		kind: z.literal('invitation'),
		direction,
		on: date,
		accepted: z.boolean(),
		note: z.boolean()
	}),
	z.object({ kind: z.literal('connected'), on: z.string().min(4) }),
	z.object({ kind: z.literal('recommendation'), direction, on: date })
]);

/**
 * What is known of a tie: what its owner declares and the evidence kept for it (unreadable facts are
 * left out). Never empty: where nothing is known it says so with `none`.
 */
export function factsOf(said: Said, facts: readonly unknown[]): Fact[] {
	const read = facts.flatMap((fact): Fact[] => {
		const parsed = evidence.safeParse(fact);
		return parsed.success ? [parsed.data] : [];
	});
	const known = [...declared(said), ...connected(said, read), ...read];
	return known.length > 0 ? known : [{ kind: 'none' }];
}

function declared({ howKnown, metWhere, metOn, closeness }: Said): Fact[] {
	if (!howKnown && !metWhere && !metOn && !closeness) return [];
	const fact: Fact = { kind: 'declared' };
	if (closeness) fact.closeness = closeness;
	if (howKnown) fact.how = howKnown;
	if (metWhere) fact.metWhere = metWhere;
	if (metOn) fact.metOn = metOn;
	return [fact];
}

function connected({ connectedOn }: Said, read: readonly Fact[]): Fact[] {
	const told = read.some((fact) => fact.kind === 'connected');
	return connectedOn && !told ? [{ kind: 'connected', on: connectedOn }] : [];
}
