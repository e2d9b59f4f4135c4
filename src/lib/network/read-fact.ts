import { z } from 'zod';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';

const date = z.string().min(4).optional();
const range = { from: date, to: date };
const count = z.int().positive();
const ways = { mine: z.int().min(0).optional(), theirs: z.int().min(0).optional() };
const direction = z.enum(['theirs', 'mine']);
const answers = { tried: z.int().min(0).optional(), answered: z.int().min(0).optional() };
const exchanged = {
	count,
	first: date,
	last: date,
	...ways,
	lastFrom: direction.optional(),
	heard: date,
	...answers
};
const named = z.string().min(1);
const sameCompany = { kind: z.literal('same_company'), company: named, ...range };

/** The shape of evidence.fact; what a member declares stands in the contact itself. */
const evidence = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('shared_employer'), company: named, ...range }),
	z.object({ kind: z.literal('shared_school'), school: named, ...range }),
	z.discriminatedUnion('at', [
		z.object({ ...sameCompany, at: z.enum(['now', 'unknown', 'apart']) }),
		z.object({ ...sameCompany, at: z.literal('group'), theirs: named })
	]),
	z.object({
		kind: z.literal('connected_while'),
		on: z.string().min(4),
		place: named,
		doing: z.enum(['work', 'study'])
	}),
	z.object({ kind: z.literal('messages'), by: z.literal('hand').optional(), ...exchanged }),
	z.object({ kind: z.literal('email'), ...exchanged }),
	z.object({ kind: z.literal('meeting'), count, first: date, last: date, crowd: count.optional() }),
	z.object({
		kind: z.literal('invitation'),
		direction,
		on: date,
		accepted: z.boolean(),
		note: z.boolean()
	}),
	z.object({ kind: z.literal('connected'), on: z.string().min(4) }),
	z.object({
		kind: z.literal('recommendation'),
		direction,
		on: date,
		about: z.string().optional()
	}),
	z.object({
		kind: z.literal('endorsement'),
		direction,
		count,
		last: date,
		skills: z.array(z.string()).optional()
	})
]);

/** One piece of evidence as it is kept; undefined where it cannot be read, rather than something false. */
export function readFact(kept: unknown): Fact | undefined {
	const parsed = evidence.safeParse(kept);
	return parsed.success ? parsed.data : undefined;
}
