import type { Kysely } from 'kysely';
import type { Database, MailRow } from '#lib/db/schema.ts';
import { type JobData, jobs as jobShapes } from '#lib/jobs/job.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import type { MailDraft } from '#lib/mail/outbox.server.ts';
import type { SendMailContext } from '#lib/mail/send-mail.server.ts';

export const noon = new Date('2026-03-02T12:00:00Z');

/** So many minutes after noon. */
export function minutesLater(minutes: number): Date {
	return new Date(noon.getTime() + minutes * 60_000);
}

/** Dean's letter to Pierre; `communityId` and whatever matters to the test are given. */
export function aDraft(given: Partial<MailDraft> & { communityId: string }): MailDraft {
	return {
		cause: `test:${crypto.randomUUID()}`,
		kind: 'letter',
		to: { email: 'pierre@example.com', name: 'Pierre Y' },
		from: { name: 'Dean Groves', replyTo: 'dean@example.org' },
		locale: 'fr',
		subject: 'Kathy aimerait te parler',
		body: 'Bonjour Pierre,\n\nAccepterais-tu que Kathy te contacte ?\n\nDean',
		mailDomain: 'entremise.example.org',
		createdAt: noon,
		...given
	};
}

/** A queue that only remembers which mails it was asked to send. */
export function rememberingQueue(): { enqueue: Enqueue; jobs: JobData<'send_mail'>[] } {
	const jobs: JobData<'send_mail'>[] = [];
	const enqueue: Enqueue = async (_db, _name, data) => {
		const job = jobShapes.send_mail.safeParse(data);
		if (job.success) jobs.push(job.data);
	};
	return { enqueue, jobs };
}

/** What sending needs, with nothing in its way. */
export function sending(
	given: Partial<SendMailContext> & Pick<SendMailContext, 'db' | 'mailer'>
): SendMailContext {
	return {
		fillLinks: (_communityId, text) =>
			text.replaceAll(/\{\{link:([^}]+)\}\}/g, 'https://entremise.example.org/$1'),
		mayStillSend: async () => 'yes',
		log: () => {},
		...given
	};
}

export async function aCommunity(
	db: Kysely<Database>,
	kind: 'personal' | 'group' | 'demo' = 'group'
): Promise<string> {
	const row = await db
		.insertInto('communities')
		.values({ name: 'Alumni', kind })
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

export function mailOf(db: Kysely<Database>, communityId: string, id: string): Promise<MailRow> {
	return db
		.selectFrom('mails')
		.selectAll()
		.where('communityId', '=', communityId)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
}
