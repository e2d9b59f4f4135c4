import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { type MailFailure, asMailFailure } from '#lib/mail/mail-failure.ts';

/** A mail of an introduction that will not arrive. No address: not everyone who reads this may know it. */
export interface FailedMail {
	introductionId: string;
	mailId: string;
	kind: 'letter' | 'notice' | 'reminder' | 'digest' | 'account';
	/** As given when it was queued: tells which letter it was. */
	cause: string;
	failure: MailFailure;
	createdAt: Date;
}

/**
 * The mails of these introductions that failed for good, newest first. A letter about a whole
 * request counts for each of its introductions.
 */
export async function mailFailures(
	db: Kysely<Database>,
	communityId: string,
	introductionIds: readonly string[]
): Promise<FailedMail[]> {
	if (introductionIds.length === 0) return [];
	const rows = await db
		.selectFrom('mails')
		.innerJoin('introductions', (join) =>
			join
				.onRef('introductions.communityId', '=', 'mails.communityId')
				.on(({ or, eb, and, ref }) =>
					or([
						eb('mails.introductionId', '=', ref('introductions.id')),
						and([
							eb('mails.introductionId', 'is', null),
							eb('mails.requestId', '=', ref('introductions.requestId'))
						])
					])
				)
		)
		.select(['introductions.id as introductionId', 'mails.id as mailId'])
		.select(['mails.kind', 'mails.cause', 'mails.failure', 'mails.createdAt'])
		.where('mails.communityId', '=', communityId)
		.where('mails.state', '=', 'failed')
		.where('introductions.id', 'in', [...introductionIds])
		.orderBy('mails.createdAt', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, failure: asMailFailure(row.failure) ?? 'not_delivered' }));
}
