import { z } from 'zod';
import { goals } from '#lib/introductions/judge-peace.ts';

const line = (max: number) => z.string().trim().max(max).default('');

/** A person picked from one's contacts or among the members, or typed in. */
export const chosenPerson = z
	.object({
		contactId: z.uuid().nullish(),
		/** Another member of the community, who is asked here; their address is not told. */
		memberId: z.uuid().nullish(),
		name: line(200),
		company: line(200),
		position: line(200),
		profile: line(300),
		email: line(254)
	})
	.refine((one) => one.contactId || one.memberId || one.name !== '', {
		path: ['name'],
		error: 'name_missing'
	});
export type ChosenPerson = z.infer<typeof chosenPerson>;

/** One message names one to ten targets. */
export const maxTargets = 10;

export const newRequest = z.object({
	connector: chosenPerson,
	targets: z
		.array(chosenPerson)
		.min(1, { error: 'targets_missing' })
		.max(maxTargets, { error: 'targets_too_many' }),
	reason: line(2000),
	/** What it is for; not said, it is for something else than the others. */
	goal: z.enum(goals).optional()
});
export type NewRequest = z.infer<typeof newRequest>;

/** What autosave may change of a draft; absent means untouched. */
export const draftChange = z.object({
	reason: z.string().trim().max(2000).optional(),
	goal: z.enum(goals).optional(),
	subject: z.string().trim().max(200).optional(),
	letter: z.string().trim().max(20_000).optional(),
	letterEdited: z.boolean().optional(),
	locale: z.enum(['fr', 'en']).optional(),
	register: z.enum(['tu', 'vous']).optional(),
	connectorEmail: z.string().trim().max(254).optional(),
	/** Reasons per target, by introduction id. */
	reasons: z.record(z.uuid(), z.string().trim().max(1000)).optional()
});
export type DraftChange = z.infer<typeof draftChange>;
