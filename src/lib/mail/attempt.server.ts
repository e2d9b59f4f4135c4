import type { Kysely } from 'kysely';
import type { Database, MailRow } from '#lib/db/schema.ts';
import type { Delivery } from '#lib/mail/delivery.ts';
import type { MailFailure } from '#lib/mail/mail-failure.ts';
import { dialogueLimit } from '#lib/mail/transport.server.ts';

/** A mail found `sending` for so long has been left by whoever was sending it. */
const abandonedAfter = 2 * dialogueLimit;

/** What is written into the row when an attempt, or all attempts, are over. */
export interface Settlement {
	state: 'sent' | 'queued' | 'kept' | 'failed';
	failure: MailFailure | '';
}

/**
 * Takes back mails that a crash left in `sending`: they may have left or not. Each goes back to the
 * queue once, marked `uncertain`; the second time it is given up, so that nobody receives a third copy.
 */
export async function releaseAbandoned(
	db: Kysely<Database>,
	communityId: string,
	now: Date,
	mailId?: string
): Promise<void> {
	const abandoned = db
		.updateTable('mails')
		.where('communityId', '=', communityId)
		.where('state', '=', 'sending')
		.where('triedAt', '<', new Date(now.getTime() - abandonedAfter))
		.$if(mailId !== undefined, (query) => query.where('id', '=', mailId ?? ''));
	await abandoned.where('failure', '=', 'uncertain').set({ state: 'failed' }).execute();
	await abandoned
		.where('failure', '<>', 'uncertain')
		.set({ state: 'queued', failure: 'uncertain' })
		.execute();
}

/**
 * Says "I send it now", committed before the first word to the mail server. Of two who try, one wins.
 * Answers the mail as claimed: its attempts tell one attempt from the next.
 */
export async function claim(
	db: Kysely<Database>,
	mail: MailRow,
	now: Date
): Promise<MailRow | null> {
	const claimed = await db
		.updateTable('mails')
		.set({
			state: 'sending',
			attempts: mail.attempts + 1,
			triedAt: now,
			failure: mail.failure === 'uncertain' ? 'uncertain' : ''
		})
		.where('communityId', '=', mail.communityId)
		.where('id', '=', mail.id)
		.where('state', '=', 'queued')
		.where('attempts', '=', mail.attempts)
		.returningAll()
		.executeTakeFirst();
	return claimed ?? null;
}

/** What a dialogue means for a mail that may or may not have been delivered before. */
export function settlementOf(mail: Pick<MailRow, 'failure'>, delivery: Delivery): Settlement {
	const twice = mail.failure === 'uncertain';
	switch (delivery.outcome) {
		case 'sent':
			return { state: 'sent', failure: '' };
		case 'refused':
			return { state: 'failed', failure: delivery.why };
		case 'deferred':
			return { state: 'queued', failure: twice ? 'uncertain' : delivery.why };
		case 'uncertain':
			return { state: twice ? 'failed' : 'queued', failure: 'uncertain' };
	}
}

/** Writes how an attempt ended. What is known to be sent stays so, whoever else has taken it up since. */
export async function settle(
	db: Kysely<Database>,
	mail: MailRow,
	settlement: Settlement,
	now: Date
): Promise<void> {
	const { state } = settlement;
	const over = state === 'sent' || state === 'failed';
	const one = db
		.updateTable('mails')
		.set(settlement)
		.$if(state === 'sent', (query) => query.set({ sentAt: now }))
		// A sign-in link is not kept once it has served.
		.$if(over && mail.kind === 'account', (query) => query.set({ body: '' }))
		.where('communityId', '=', mail.communityId)
		.where('id', '=', mail.id);
	if (state === 'sent') await one.where('state', '<>', 'sent').execute();
	else await one.where('state', '=', mail.state).where('attempts', '=', mail.attempts).execute();
}
