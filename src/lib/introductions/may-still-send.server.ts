import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { listSecret, saidNeverAgain } from '#lib/introductions/never-again.server.ts';

/** What of a mail decides whether it may still leave. */
interface Leaving {
	communityId: string;
	kind: string;
	toEmail: string;
	toMemberId: string | null;
	requestId: string | null;
	introductionId: string | null;
	cause: string;
}

/**
 * Judged at the last moment before a mail leaves: nobody is asked against their word, even when they
 * gave it after the mail was written, nor about what was withdrawn meanwhile.
 */
export async function mayStillSend(
	db: Kysely<Database>,
	secret: string,
	mail: Leaving
): Promise<'yes' | 'never_again' | 'withdrawn'> {
	if (await isAmongRemoved(db, mail)) return 'withdrawn';
	const asks = (mail.kind === 'letter' || mail.kind === 'reminder') && !mail.toMemberId;
	if (!asks) return 'yes';
	const list = await listSecret(db, secret, mail.communityId);
	if (await saidNeverAgain(db, list, [mail.toEmail])) return 'never_again';
	return (await isWithdrawn(db, mail)) ? 'withdrawn' : 'yes';
}

/** It speaks to a member who was removed, or for one. */
async function isAmongRemoved(db: Kysely<Database>, mail: Leaving): Promise<boolean> {
	const asked = db
		.selectFrom('requests')
		.select('requesterId')
		.where('communityId', '=', mail.communityId)
		.where('id', '=', mail.requestId);
	const removed = await db
		.selectFrom('members')
		.select('id')
		.where('communityId', '=', mail.communityId)
		.where('removedAt', 'is not', null)
		.where(({ or, eb }) => or([eb('id', '=', mail.toMemberId), eb('id', 'in', asked)]))
		.executeTakeFirst();
	return removed !== undefined;
}

/** A request's letter names several: it leaves as long as one of them is still wanted. */
async function isWithdrawn(db: Kysely<Database>, mail: Leaving): Promise<boolean> {
	const joint = ['request:', `remind:${mail.requestId}:`];
	const about = joint.some((head) => mail.cause.startsWith(head)) ? 'requestId' : 'id';
	const id = about === 'requestId' ? mail.requestId : mail.introductionId;
	if (!id) return false;
	const rows = await db
		.selectFrom('introductions')
		.select('state')
		.where('communityId', '=', mail.communityId)
		.where(about, '=', id)
		.where('state', '!=', 'draft')
		.execute();
	return rows.length > 0 && rows.every((row) => row.state === 'withdrawn');
}
