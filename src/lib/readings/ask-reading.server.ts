import type { Kysely, Transaction } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Database, RequestRow } from '#lib/db/schema.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import { advisersFor } from '#lib/readings/advisers.server.ts';
import { readingRows } from '#lib/readings/reading-rows.server.ts';
import { tellOfReading } from '#lib/readings/tell-of-reading.server.ts';
import { type Done, no } from '#lib/readings/reading.ts';

/** What asking for a reading, or answering, needs of the application. */
export interface ReadingDoors {
	db: Kysely<Database>;
	enqueue: Enqueue;
	publicUrl: string;
	mailDomain: string;
}

/**
 * Gives the letter of a draft, as it is now, to an adviser to read, and tells them. Refuses
 * 'not_found' for a draft of somebody else, 'too_late' once it was sent or waits for its day,
 * 'incomplete' without a letter, 'no_adviser' for a member one may not ask, 'already_asked' while
 * somebody is reading.
 */
export function askReading(
	doors: ReadingDoors,
	actor: Actor,
	wanted: { requestId: string; adviserId: string; word: string },
	now: Date
): Promise<Done> {
	return doors.db.transaction().execute(async (trx) => {
		if (actor.kind !== 'member') return no('not_found');
		const request = await ownRequest(trx, actor, wanted.requestId);
		if (!request) return no('not_found');
		if (request.sentAt || request.sendOn) return no('too_late');
		if (!request.letter) return no('incomplete');
		const choices = await advisersFor(trx, actor, request.connectorMemberId);
		if (!choices.some(({ id }) => id === wanted.adviserId)) return no('no_adviser');
		if (await isBeingRead(trx, request)) return no('already_asked');
		const readingId = await insertReading(trx, request, wanted, now);
		await tellOfReading(trx, doors, request.communityId, readingId, 'asked', now);
		return { ok: true };
	});
}

function ownRequest(trx: Transaction<Database>, actor: Member, requestId: string) {
	return trx
		.selectFrom('requests')
		.selectAll()
		.where('communityId', '=', actor.communityId)
		.where('requesterId', '=', actor.memberId)
		.where('id', '=', requestId)
		.forUpdate()
		.executeTakeFirst();
}

async function isBeingRead(trx: Transaction<Database>, request: RequestRow): Promise<boolean> {
	const open = await readingRows(trx, request.communityId)
		.select('readings.id')
		.where('readingLetters.requestId', '=', request.id)
		.where('readings.state', '=', 'asked')
		.executeTakeFirst();
	return open !== undefined;
}

async function insertReading(
	trx: Transaction<Database>,
	request: RequestRow,
	{ adviserId, word }: { adviserId: string; word: string },
	now: Date
): Promise<string> {
	const { communityId, id: requestId, requesterId } = request;
	const { connectorName, locale, subject, letter } = request;
	const { id: readingId } = await trx
		.insertInto('readings')
		.values({ communityId, requesterId, adviserId, state: 'asked', askedAt: now })
		.returning('id')
		.executeTakeFirstOrThrow();
	const copy = { connectorName, locale, subject, letter, word };
	await trx
		.insertInto('readingLetters')
		.values({ communityId, readingId, requestId, ...copy })
		.execute();
	return readingId;
}
