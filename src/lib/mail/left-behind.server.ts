import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import { releaseAbandoned } from '#lib/mail/attempt.server.ts';

const minute = 60_000;
/** A mail untouched for so long has lost its job. */
const lostAfter = 15 * minute;
const atOnce = 500;

/**
 * Every minute: gives a job again to mails whose job was lost in a crash, and erases sign-in links
 * that are over. `now` is the system's time. Answers how many jobs it made.
 */
export async function resendLeftBehind(
	db: Kysely<Database>,
	enqueue: Enqueue,
	now: Date
): Promise<number> {
	let jobs = 0;
	for (const { id, clockAheadMs } of await communitiesWithMail(db)) {
		const there = new Date(now.getTime() + clockAheadMs);
		await releaseAbandoned(db, id, there);
		await eraseSignInLinks(db, id, there);
		jobs += await handOutAgain(db, enqueue, id, there);
	}
	return jobs;
}

function communitiesWithMail(db: Kysely<Database>) {
	return db
		.selectFrom('communities')
		.select(['communities.id', 'communities.clockAheadMs'])
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('mails')
					.select('mails.id')
					.whereRef('mails.communityId', '=', 'communities.id')
					.where(({ or, eb, and }) =>
						or([
							eb('mails.state', 'in', ['queued', 'sending']),
							and([eb('mails.kind', '=', 'account'), eb('mails.body', '<>', '')])
						])
					)
			)
		)
		.execute();
}

/** Marks each as handed out, so that the next minute does not do it again. */
function handOutAgain(
	db: Kysely<Database>,
	enqueue: Enqueue,
	communityId: string,
	now: Date
): Promise<number> {
	const lost = new Date(now.getTime() - lostAfter);
	return db.transaction().execute(async (trx) => {
		const mails = await trx
			.updateTable('mails')
			.set({ triedAt: now })
			.where('communityId', '=', communityId)
			.where('id', 'in', (query) =>
				query
					.selectFrom('mails')
					.select('id')
					.where('communityId', '=', communityId)
					.where('state', '=', 'queued')
					.where((where) => where(where.fn.coalesce('triedAt', 'createdAt'), '<', lost))
					.orderBy('createdAt')
					.limit(atOnce)
					.forUpdate()
					.skipLocked()
			)
			.returning('id')
			.execute();
		for (const { id: mailId } of mails) await enqueue(trx, 'send_mail', { communityId, mailId });
		return mails.length;
	});
}

async function eraseSignInLinks(db: Kysely<Database>, communityId: string, now: Date) {
	await db
		.updateTable('mails')
		.set({ body: '' })
		.where('communityId', '=', communityId)
		.where('kind', '=', 'account')
		.where('body', '<>', '')
		.where(({ or, eb, and }) =>
			or([
				eb('state', 'in', ['sent', 'failed']),
				and([eb('state', '=', 'kept'), eb('expiresAt', '<', now)])
			])
		)
		.execute();
}
