import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import { type AdviserChoice, advisersFor } from '#lib/readings/advisers.server.ts';
import { remarksOf } from '#lib/readings/load-reading.server.ts';
import { readingRows } from '#lib/readings/reading-rows.server.ts';
import type { Remark } from '#lib/readings/reading.ts';

/** One reading, as its requester sees it beside the draft. */
export interface RequesterReading {
	id: string;
	adviser: string;
	/** `nobody`: it waits for somebody who advises no longer. */
	state: 'asked' | 'nobody' | 'given' | 'declined';
	askedAt: Date;
	answeredAt: Date | null;
	/** The adviser's word; may be empty. */
	word: string;
	/** Only once it was given back. */
	remarks: Remark[];
	/** The requester has done with it. */
	settled: boolean;
}

/** All there is about readings beside a draft: whom one may ask, and what came of it, newest first. */
export interface RequestReadings {
	advisers: AdviserChoice[];
	readings: RequesterReading[];
}

/** The readings of a request of this member's own; nothing of another's. */
export async function readingsOfRequest(
	db: Kysely<Database>,
	actor: Actor,
	request: { id: string; connectorMemberId: string | null }
): Promise<RequestReadings> {
	if (actor.kind !== 'member') return { advisers: [], readings: [] };
	const rows = await rowsOf(db, actor.communityId, request.id);
	const own = rows.filter(({ communityId, requesterId }) =>
		may(actor, { to: 'follow_reading', communityId, requesterId })
	);
	const readings: RequesterReading[] = [];
	for (const row of own) readings.push(await present(db, row));
	return { advisers: await advisersFor(db, actor, request.connectorMemberId), readings };
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(db: Kysely<Database>, communityId: string, requestId: string) {
	return readingRows(db, communityId)
		.selectAll('readings')
		.select([
			'readingLetters.letter',
			'readingLetters.answerWord',
			'adviser.name as adviser',
			'adviser.role as adviserRole'
		])
		.where('readingLetters.requestId', '=', requestId)
		.where('readings.state', '!=', 'taken_back')
		.orderBy('readings.askedAt', 'desc')
		.orderBy('readings.id')
		.execute();
}

async function present(db: Kysely<Database>, row: Row): Promise<RequesterReading> {
	const state = row.state === 'given' || row.state === 'declined' ? row.state : 'asked';
	const { communityId, id, adviser, askedAt, answeredAt, answerWord: word } = row;
	return {
		id,
		adviser,
		state: state === 'asked' && row.adviserRole !== 'adviser' ? 'nobody' : state,
		askedAt,
		answeredAt,
		word,
		// Until it is given back, what is noted is the adviser's alone.
		remarks: state === 'given' ? await remarksOf(db, communityId, id, row.letter) : [],
		settled: row.settledAt !== null
	};
}
