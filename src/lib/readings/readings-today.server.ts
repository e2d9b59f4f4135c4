import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import { readingRows } from '#lib/readings/reading-rows.server.ts';

/** A reading that waits for a member today: to be read by them, or come back to them. */
export interface WaitingReading {
	id: string;
	requestId: string;
	why: 'to_read' | 'given' | 'declined';
	/** Who asked for it, or who answered. */
	other: string;
	/** Whom the letter is for. */
	connector: string;
	since: Date;
}

/** The readings that wait for a member, oldest first: open ones to give, answered ones to look at. */
export async function readingsToday(db: Kysely<Database>, actor: Actor): Promise<WaitingReading[]> {
	if (actor.kind !== 'member') return [];
	const rows = await rowsOf(db, actor.communityId, actor.memberId);
	return rows.flatMap((row): WaitingReading[] => {
		const { id, requestId, state, connector, askedAt, answeredAt, communityId } = row;
		const common = { id, requestId, connector };
		const toGive = may(actor, { to: 'give_reading', communityId, adviserId: row.adviserId });
		if (state === 'asked' && toGive)
			return [{ ...common, why: 'to_read', other: row.requester, since: askedAt }];
		const mine = may(actor, { to: 'follow_reading', communityId, requesterId: row.requesterId });
		if (!mine || row.settledAt || (state !== 'given' && state !== 'declined')) return [];
		return [{ ...common, why: state, other: row.adviser, since: answeredAt ?? askedAt }];
	});
}

function rowsOf(db: Kysely<Database>, communityId: string, memberId: string) {
	return readingRows(db, communityId)
		.innerJoin('requests', (join) =>
			join
				.onRef('requests.communityId', '=', 'readings.communityId')
				.onRef('requests.id', '=', 'readingLetters.requestId')
		)
		.selectAll('readings')
		.select([
			'readingLetters.requestId',
			'readingLetters.connectorName as connector',
			'requester.name as requester',
			'adviser.name as adviser'
		])
		.where((eb) =>
			eb.or([eb('readings.requesterId', '=', memberId), eb('readings.adviserId', '=', memberId)])
		)
		.where('readings.state', '!=', 'taken_back')
		.where('readings.settledAt', 'is', null)
		.where('requests.sentAt', 'is', null)
		.orderBy('readings.askedAt')
		.orderBy('readings.id')
		.execute();
}
