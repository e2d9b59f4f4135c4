import type { Kysely, Transaction } from 'kysely';
import type { Database, MailRow, MemberRow } from '#lib/db/schema.ts';
import { dayOf } from '#lib/i18n/dates.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import { digestText } from '#lib/mail/digest-text.ts';
import { type MailDraft, queueMail } from '#lib/mail/outbox.server.ts';

interface Reader {
	communityId: string;
	memberId: string;
}

/**
 * Every night: gathers what waits for each member into one mail, in the member's language. However
 * often it is called, at most one digest a member and a day. `now` is the system's time.
 * Answers how many digests it made.
 */
export async function sendDigests(
	db: Kysely<Database>,
	enqueue: Enqueue,
	now: Date,
	mailDomain: string
): Promise<number> {
	let made = 0;
	for (const { clockAheadMs, ...reader } of await readersOfDigests(db)) {
		const there = new Date(now.getTime() + clockAheadMs);
		const digest = await db
			.transaction()
			.execute((trx) => gather(trx, enqueue, reader, there, mailDomain));
		if (digest) made += 1;
	}
	return made;
}

async function readersOfDigests(db: Kysely<Database>) {
	return db
		.selectFrom('mails')
		.innerJoin('communities', 'communities.id', 'mails.communityId')
		.select(['mails.communityId', 'mails.toMemberId as memberId', 'communities.clockAheadMs'])
		.where('mails.state', '=', 'digest')
		.where('mails.toMemberId', 'is not', null)
		.$narrowType<{ memberId: string }>()
		.distinct()
		.execute();
}

async function gather(
	trx: Transaction<Database>,
	enqueue: Enqueue,
	reader: Reader,
	now: Date,
	mailDomain: string
): Promise<string | null> {
	const member = await trx
		.selectFrom('members')
		.selectAll()
		.where('communityId', '=', reader.communityId)
		.where('id', '=', reader.memberId)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	const mails = await waiting(trx, reader);
	if (!member || mails.length === 0) return null;
	const digest = await queueMail(trx, enqueue, draftOf(member, mails, now, mailDomain));
	if (digest) await markTold(trx, reader, mails, digest, now);
	return digest;
}

function waiting(trx: Transaction<Database>, { communityId, memberId }: Reader) {
	return trx
		.selectFrom('mails')
		.selectAll()
		.where('communityId', '=', communityId)
		.where('toMemberId', '=', memberId)
		.where('state', '=', 'digest')
		.orderBy('createdAt')
		.forUpdate()
		.execute();
}

function draftOf(member: MemberRow, mails: MailRow[], now: Date, mailDomain: string): MailDraft {
	const { communityId, id: memberId, email, name, locale } = member;
	const way = mails.findLast((mail) => mail.unsubscribe !== '');
	return {
		communityId,
		cause: `digest:${memberId}:${dayOf(now)}`,
		kind: 'digest',
		to: { email, name, memberId },
		locale,
		...digestText(name, mails, locale),
		...(way ? { unsubscribe: { url: way.unsubscribe, byPost: way.unsubscribeByPost } } : {}),
		mailDomain,
		createdAt: now
	};
}

async function markTold(
	trx: Transaction<Database>,
	{ communityId, memberId }: Reader,
	mails: MailRow[],
	digestId: string,
	now: Date
) {
	await trx
		.updateTable('mails')
		.set({ state: 'sent', sentAt: now, digestId })
		.where('communityId', '=', communityId)
		.where(
			'id',
			'in',
			mails.map((mail) => mail.id)
		)
		.execute();
	await trx
		.updateTable('members')
		.set({ digestedAt: now })
		.where('communityId', '=', communityId)
		.where('id', '=', memberId)
		.execute();
}
