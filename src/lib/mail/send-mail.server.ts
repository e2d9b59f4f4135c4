import type { Kysely } from 'kysely';
import type { Database, MailRow } from '#lib/db/schema.ts';
import type { JobData } from '#lib/jobs/job.ts';
import {
	type Settlement,
	claim,
	releaseAbandoned,
	settle,
	settlementOf
} from '#lib/mail/attempt.server.ts';
import { composeMessage } from '#lib/mail/message.ts';
import type { Mailer } from '#lib/mail/transport.server.ts';

/** What sending needs of the application. */
export interface SendMailContext {
	db: Kysely<Database>;
	/** null: no mail server is configured, mails stay in the post box. */
	mailer: Mailer | null;
	/** Puts real addresses where a text has link placeholders. */
	fillLinks: (communityId: string, text: string) => string;
	/** Asked right before a mail leaves. */
	mayStillSend: (mail: MailRow) => Promise<'yes' | 'never_again' | 'withdrawn'>;
	/** Hears what went wrong: ids and reasons, never a person's data. */
	log: (line: string) => void;
}

/** The mail server did not take it now; thrown so that the queue tries again, later and later. */
export class MailDeferred extends Error {
	override name = 'MailDeferred';
}

/** How long the mail server may be away before a mail is given up. */
const patience = 3 * 24 * 60 * 60_000;

/**
 * Sends one mail of the outbox. May be called at any time, as often as one likes, by several at once:
 * a mail leaves once; after a crash in the middle of it, at most once more. Throws MailDeferred
 * when it should be called again. `now` is the community's time.
 */
export async function sendMail(
	context: SendMailContext,
	{ communityId, mailId }: JobData<'send_mail'>,
	now: Date
): Promise<void> {
	const { db } = context;
	await releaseAbandoned(db, communityId, now, mailId);
	const mail = await findQueued(db, communityId, mailId);
	if (!mail) return;
	const hindrance = await hindranceOf(context, mail, now);
	if (hindrance) return end(context, mail, hindrance, now);
	const message = composeMessage(mail, (text) => context.fillLinks(communityId, text), now);
	const claimed = await claim(db, mail, now);
	const delivery = claimed && (await context.mailer?.send(message));
	if (claimed && delivery) await end(context, claimed, settlementOf(claimed, delivery), now);
}

async function end(context: SendMailContext, mail: MailRow, settlement: Settlement, now: Date) {
	await settle(context.db, mail, settlement, now);
	const { state, failure } = settlement;
	if (state === 'queued') throw new MailDeferred(`mail ${mail.id} waits: ${failure}`);
	if (state === 'failed') context.log(`mail ${mail.id} was not delivered: ${failure}`);
}

function findQueued(db: Kysely<Database>, communityId: string, mailId: string) {
	return db
		.selectFrom('mails')
		.selectAll()
		.where('communityId', '=', communityId)
		.where('id', '=', mailId)
		.where('state', '=', 'queued')
		.executeTakeFirst();
}

async function hindranceOf(
	context: SendMailContext,
	mail: MailRow,
	now: Date
): Promise<Settlement | null> {
	const said = await context.mayStillSend(mail);
	if (said === 'never_again') return { state: 'failed', failure: said };
	if (said === 'withdrawn') return { state: 'kept', failure: said };
	// The demo's clock jumps, so nothing of it is ever late.
	if (await isDemo(context.db, mail.communityId)) return { state: 'kept', failure: '' };
	const late = now.getTime() - mail.createdAt.getTime() > patience;
	if (late || (mail.expiresAt && mail.expiresAt <= now)) {
		const perhaps = mail.failure === 'uncertain';
		return { state: 'failed', failure: perhaps ? 'uncertain' : 'not_delivered' };
	}
	return context.mailer ? null : { state: 'kept', failure: '' };
}

/** The people of the demo are invented: whatever is written there stays in its post box. */
async function isDemo(db: Kysely<Database>, communityId: string): Promise<boolean> {
	const community = await db
		.selectFrom('communities')
		.select('kind')
		.where('id', '=', communityId)
		.executeTakeFirst();
	return community?.kind === 'demo';
}
