import type { Kysely, Transaction } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database, MemberRow, RequestRow } from '#lib/db/schema.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import { changeReading } from '#lib/readings/load-reading.server.ts';
import { tellOfReading } from '#lib/readings/tell-of-reading.server.ts';
import { type Done, no } from '#lib/readings/reading.ts';

/** What asking for a reading, or answering, needs of the application. */
export interface ReadingDoors {
	db: Kysely<Database>;
	enqueue: Enqueue;
	publicUrl: string;
	mailDomain: string;
}

/** An adviser one may choose. */
export type AdviserChoice = Pick<MemberRow, 'id' | 'name' | 'headline'>;

/** The advisers of one's community, apart from oneself and from whom the letter is for. */
export async function advisersFor(
	db: Kysely<Database>,
	actor: Actor,
	connectorMemberId: string | null
): Promise<AdviserChoice[]> {
	if (actor.kind !== 'member') return [];
	const { communityId } = actor;
	const rows = await db
		.selectFrom('members')
		.select(['id', 'name', 'headline', 'role'])
		.where('communityId', '=', communityId)
		.where('role', '=', 'adviser')
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows
		.filter(({ id, role }) => may(actor, { to: 'ask_reading', communityId, adviserId: id, role }))
		.filter(({ id }) => id !== connectorMemberId)
		.map(({ role: _role, ...choice }) => choice);
}

/**
 * Gives the letter of a draft, as it is now, to an adviser to read, and tells them. Refuses
 * 'not_found' for a draft of somebody else, 'too_late' once it was sent, 'incomplete' without a
 * letter, 'no_adviser' for a member one may not ask, 'already_asked' while somebody is reading.
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
		if (request.sentAt) return no('too_late');
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
	const open = await trx
		.selectFrom('readings')
		.innerJoin('readingLetters', (join) =>
			join
				.onRef('readingLetters.communityId', '=', 'readings.communityId')
				.onRef('readingLetters.readingId', '=', 'readings.id')
		)
		.select('readings.id')
		.where('readings.communityId', '=', request.communityId)
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

/** The requester takes the letter back before it was given back; remarks noted so far are gone. */
export function takeBackReading(
	db: Kysely<Database>,
	actor: Actor,
	readingId: string,
	now: Date
): Promise<Done> {
	const open = { id: readingId, as: 'requester', standing: ['open'] } as const;
	return changeReading(db, actor, open, async ({ trx, row }) => {
		await trx
			.deleteFrom('readingRemarks')
			.where('communityId', '=', row.communityId)
			.where('readingId', '=', row.id)
			.execute();
		await trx
			.updateTable('readings')
			.set({ state: 'taken_back', answeredAt: now })
			.where('communityId', '=', row.communityId)
			.where('id', '=', row.id)
			.execute();
		return { ok: true };
	});
}
