import type { Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import { queueMail } from '#lib/mail/outbox.server.ts';
import { readingRows } from '#lib/readings/reading-rows.server.ts';
import { type ReadingNews, readingNotice } from '#lib/readings/reading-notice.ts';

/** Tells the other of the two by a notice, in the same transaction as the change it is about. */
export async function tellOfReading(
	trx: Transaction<Database>,
	doors: { enqueue: Enqueue; publicUrl: string; mailDomain: string },
	communityId: string,
	readingId: string,
	news: ReadingNews,
	now: Date
): Promise<void> {
	const facts = await factsOf(trx, communityId, readingId);
	const reader = await readerOf(
		trx,
		communityId,
		news === 'asked' ? facts.adviserId : facts.requesterId
	);
	const page =
		news === 'asked'
			? `${doors.publicUrl}/readings/${readingId}`
			: `${doors.publicUrl}/requests/${facts.requestId}/write#reading`;
	await queueMail(trx, doors.enqueue, {
		communityId,
		cause: `reading:${readingId}:${news}`,
		kind: 'notice',
		to: { email: reader.email, name: reader.name, memberId: reader.id },
		locale: reader.locale,
		...readingNotice(news, { ...facts, page }, reader.locale),
		requestId: facts.requestId,
		mailDomain: doors.mailDomain,
		createdAt: now
	});
}

function factsOf(trx: Transaction<Database>, communityId: string, readingId: string) {
	return readingRows(trx, communityId)
		.select([
			'readings.requesterId',
			'readings.adviserId',
			'readingLetters.requestId',
			'readingLetters.connectorName as connector',
			'readingLetters.answerWord as word',
			'requester.name as requester',
			'adviser.name as adviser'
		])
		.where('readings.id', '=', readingId)
		.executeTakeFirstOrThrow();
}

function readerOf(trx: Transaction<Database>, communityId: string, id: string) {
	return trx
		.selectFrom('members')
		.select(['id', 'name', 'email', 'locale'])
		.where('communityId', '=', communityId)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
}
