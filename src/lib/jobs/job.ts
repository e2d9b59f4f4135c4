import { z } from 'zod';

const ids = { communityId: z.uuid() };

/** Every kind of job and what it carries: ids only, never a person's data. */
export const jobs = {
	/** Something an introduction's change calls for, usually a mail; see introductions/effects. */
	effect: z.object({
		...ids,
		introductionId: z.uuid(),
		version: z.int(),
		effect: z.string()
	}),
	/** Send one row of the outbox. */
	send_mail: z.object({ ...ids, mailId: z.uuid() }),
	/** Read one uploaded file into a member's contacts. */
	run_import: z.object({ ...ids, importId: z.uuid() }),
	/** Find who stands twice in a member's book; with `contactId`, whether that one does. */
	match_book: z.object({ ...ids, memberId: z.uuid(), contactId: z.uuid().optional() }),
	/** Find who of a member's book, of the one an import filled, or one contact is whom in others' books; else whoever is due. */
	match_persons: z.object({
		...ids,
		memberId: z.uuid().optional(),
		importId: z.uuid().optional(),
		contactId: z.uuid().optional()
	}),
	/** Every minute: what has become due (reminders, silences, mails left behind by a crash). */
	tick: z.object({}),
	/** Every night: digests and erasing what was deleted. */
	night: z.object({})
};

export type JobName = keyof typeof jobs;
export type JobData<N extends JobName> = z.infer<(typeof jobs)[N]>;
