import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { type EffectContext, carryOut } from '#lib/introductions/effects.server.ts';
import type { Doors } from '#lib/introductions/act.server.ts';
import { jobs } from '#lib/jobs/job.ts';
import { sendMail } from '#lib/mail/send-mail.server.ts';

/** What telling the demo's past needs of the application. */
export type Telling = Omit<EffectContext, 'enqueue'>;

/** The real doors, with the jobs that they leave behind held back until `settle`. */
export interface Stage {
	doors: Doors;
	/** Does the jobs held back, as they would have been done at that time: letters are written, and kept. */
	settle(at: Date): Promise<void>;
}

/** A stage on which things happen in the past: no job is left for the worker, whose time is now. */
export function openStage(telling: Telling): Stage {
	const held: { name: string; data: unknown }[] = [];
	const enqueue: Doors['enqueue'] = async (_db, name, data) => {
		held.push({ name, data });
	};
	const settle = async (at: Date) => {
		for (let job = held.shift(); job; job = held.shift()) {
			if (job.name === 'effect')
				await carryOut({ ...telling, enqueue }, jobs.effect.parse(job.data), at);
			if (job.name === 'send_mail') await keepMail(telling.db, jobs.send_mail.parse(job.data), at);
		}
	};
	return { doors: { db: telling.db, secret: telling.secret, enqueue }, settle };
}

/** Without a mail server, sending means keeping. */
function keepMail(db: Kysely<Database>, job: { communityId: string; mailId: string }, at: Date) {
	const context = {
		db,
		mailer: null,
		fillLinks: (_communityId: string, text: string) => text,
		mayStillSend: async () => 'yes' as const,
		log: () => {}
	};
	return sendMail(context, job, at);
}
