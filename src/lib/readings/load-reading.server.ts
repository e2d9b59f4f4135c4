import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database, ReadingRow } from '#lib/db/schema.ts';
import { inOrder } from '#lib/readings/passage.ts';
import { type Done, no, type Remark, standingOf, type Standing } from '#lib/readings/reading.ts';

type Db = Kysely<Database>;
export type ReadingLetter = Omit<
	Selectable<Database['readingLetters']>,
	'communityId' | 'readingId'
>;

/** A reading with its letter (null once the draft was thrown away) and where it stands. */
export interface LoadedReading {
	row: ReadingRow;
	letter: ReadingLetter | null;
	standing: Standing;
}

/**
 * A reading as one of its two: `requester` as whoever asked for it, `adviser` as whoever was asked
 * and still advises. null for everybody else, as if it did not exist.
 */
export async function loadReading(
	db: Db,
	actor: Actor,
	readingId: string,
	as: 'requester' | 'adviser'
): Promise<LoadedReading | null> {
	if (actor.kind !== 'member') return null;
	const { communityId } = actor;
	const rows = db
		.selectFrom('readings')
		.selectAll()
		.where('communityId', '=', communityId)
		.where('id', '=', readingId);
	const row = await (db.isTransaction ? rows.forUpdate() : rows).executeTakeFirst();
	if (!row || !mayAs(actor, row, as)) return null;
	if (as === 'adviser' && !(await isPresent(db, communityId, row.requesterId))) return null;
	const letter = await letterOf(db, communityId, readingId);
	const wanted = letter !== null && !(await wasSent(db, communityId, letter.requestId));
	return { row, letter, standing: standingOf(row.state, wanted) };
}

async function isPresent(db: Db, communityId: string, memberId: string): Promise<boolean> {
	const member = await db
		.selectFrom('members')
		.select('id')
		.where('communityId', '=', communityId)
		.where('id', '=', memberId)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	return member !== undefined;
}

function mayAs(actor: Actor, row: ReadingRow, as: 'requester' | 'adviser'): boolean {
	const { communityId, requesterId, adviserId } = row;
	return as === 'requester'
		? may(actor, { to: 'follow_reading', communityId, requesterId })
		: may(actor, { to: 'give_reading', communityId, adviserId });
}

async function letterOf(db: Db, communityId: string, readingId: string) {
	const letter = await db
		.selectFrom('readingLetters')
		.select(['requestId', 'connectorName', 'locale', 'subject', 'letter', 'word', 'answerWord'])
		.where('communityId', '=', communityId)
		.where('readingId', '=', readingId)
		.executeTakeFirst();
	return letter ?? null;
}

/** In a change, the request is held: a letter is not sent while its reading is given back. */
async function wasSent(db: Db, communityId: string, requestId: string): Promise<boolean> {
	const requests = db
		.selectFrom('requests')
		.select('sentAt')
		.where('communityId', '=', communityId)
		.where('id', '=', requestId);
	const held = db.isTransaction ? requests.forUpdate() : requests;
	const request = await held.executeTakeFirst();
	return request?.sentAt !== null;
}

/** What was remarked, in the order of the letter. */
export async function remarksOf(
	db: Db,
	communityId: string,
	readingId: string,
	letter: string
): Promise<Remark[]> {
	const remarks = await db
		.selectFrom('readingRemarks')
		.select(['id', 'passage', 'remark', 'wording', 'settled'])
		.where('communityId', '=', communityId)
		.where('readingId', '=', readingId)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
	return inOrder(remarks, letter);
}

/** What a change of a reading is given: its own transaction, the member, the reading with its letter. */
export interface Changing {
	trx: Transaction<Database>;
	member: Member;
	row: ReadingRow;
	letter: ReadingLetter;
	standing: Standing;
}

/**
 * Changes a reading, held from others meanwhile. Refuses 'not_found' to all but that one of its two,
 * 'too_late' in another standing than those given.
 */
export function changeReading(
	db: Db,
	actor: Actor,
	reading: { id: string; as: 'requester' | 'adviser'; standing: readonly Standing[] },
	change: (changing: Changing) => Promise<Done>
): Promise<Done> {
	return db.transaction().execute(async (trx) => {
		const loaded = await loadReading(trx, actor, reading.id, reading.as);
		if (!loaded || actor.kind !== 'member') return no('not_found');
		const { row, letter, standing } = loaded;
		if (!letter || !reading.standing.includes(standing)) return no('too_late');
		return change({ trx, member: actor, row, letter, standing });
	});
}
