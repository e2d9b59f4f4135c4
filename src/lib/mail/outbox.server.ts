import type { Kysely } from 'kysely';
import type { Database, NewMail } from '#lib/db/schema.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';

/** A mail to be sent; bodies are plain text in the reader's language. */
export interface MailDraft {
	communityId: string;
	/** Names what made it, e.g. `ask:<introduction>:<version>`: the same cause never makes a second mail. */
	cause: string;
	/**
	 * `letter`: from a person to a person. The rest is the application speaking; a notice's subject
	 * tells its news by itself, since a digest may show nothing else of it.
	 */
	kind: 'letter' | 'notice' | 'reminder' | 'digest' | 'account';
	/** `memberId` where the reader has an account: their choice of notices is honoured. */
	to: { email: string; name?: string; memberId?: string };
	/** Whose name it carries ("Dean Groves via Entremise"); absent: Entremise itself. */
	from?: { name: string; replyTo?: string };
	locale: 'fr' | 'en';
	subject: string;
	/** May hold `{{link:…}}` placeholders: a private link is put in only when sent or shown. */
	body: string;
	/** The Message-ID, with its angle brackets, of the mail this one follows. */
	inReplyTo?: string;
	/** `byPost`: one POST to the address unsubscribes, without a question. */
	unsubscribe?: { url: string; byPost: boolean };
	requestId?: string;
	introductionId?: string;
	/** What stands after the @ of the Message-ID. */
	mailDomain: string;
	createdAt: Date;
	/** When its links are dead: from then on it is not sent any more. For mails about an account, an hour unless said. */
	expiresAt?: Date;
}

/**
 * Takes a mail into the outbox, with the job that sends it, in the caller's transaction (or in one
 * of its own). Answers its id, or null when its cause has already made one.
 * A member's notices may wait for the digest instead; reminders to one who switched them off stay here.
 */
export async function queueMail(
	db: Kysely<Database>,
	enqueue: Enqueue,
	draft: MailDraft
): Promise<string | null> {
	if (!db.isTransaction) {
		return db.transaction().execute((trx) => queueMail(trx, enqueue, draft));
	}
	const fate = fateOf(draft.kind, await noticesOf(db, draft));
	const mail = { ...rowOf(draft, crypto.randomUUID()), ...fate };
	const inserted = await db
		.insertInto('mails')
		.values(mail)
		.onConflict((conflict) => conflict.columns(['communityId', 'cause']).doNothing())
		.executeTakeFirst();
	if (inserted.numInsertedOrUpdatedRows === 0n) return null;
	const { communityId, id: mailId, state } = mail;
	if (state === 'queued') await enqueue(db, 'send_mail', { communityId, mailId });
	return mailId;
}

type Notices = 'mail' | 'digest' | 'off';
type Fate = Required<Pick<NewMail, 'state' | 'failure'>>;

function fateOf(kind: MailDraft['kind'], notices: Notices): Fate {
	if (kind === 'reminder' && notices === 'off') return { state: 'kept', failure: 'switched_off' };
	const gathers = kind === 'notice' || kind === 'reminder';
	if (gathers && notices === 'digest') return { state: 'digest', failure: '' };
	return { state: 'queued', failure: '' };
}

async function noticesOf(db: Kysely<Database>, draft: MailDraft): Promise<Notices> {
	if (!draft.to.memberId) return 'mail';
	const member = await db
		.selectFrom('members')
		.select('notices')
		.where('communityId', '=', draft.communityId)
		.where('id', '=', draft.to.memberId)
		.executeTakeFirst();
	return member?.notices ?? 'mail';
}

function rowOf(draft: MailDraft, id: string): NewMail & { id: string } {
	return {
		communityId: draft.communityId,
		id,
		cause: draft.cause,
		kind: draft.kind,
		locale: draft.locale,
		subject: draft.subject,
		body: draft.body,
		createdAt: draft.createdAt,
		expiresAt: draft.expiresAt ?? (draft.kind === 'account' ? hourAfter(draft.createdAt) : null),
		toEmail: draft.to.email,
		toName: draft.to.name ?? '',
		toMemberId: draft.to.memberId ?? null,
		fromName: draft.from?.name ?? '',
		replyTo: draft.from?.replyTo ?? '',
		// Fixed here, so that a mail sent again is the same mail to those who receive it twice.
		messageId: `<${id}@${draft.mailDomain}>`,
		inReplyTo: draft.inReplyTo ?? '',
		unsubscribe: draft.unsubscribe?.url ?? '',
		unsubscribeByPost: draft.unsubscribe?.byPost ?? false,
		requestId: draft.requestId ?? null,
		introductionId: draft.introductionId ?? null
	};
}

function hourAfter(moment: Date): Date {
	return new Date(moment.getTime() + 60 * 60_000);
}
