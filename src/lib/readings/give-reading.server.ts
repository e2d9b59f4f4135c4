import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { ReadingDoors } from '#lib/readings/ask-reading.server.ts';
import { type Changing, changeReading } from '#lib/readings/load-reading.server.ts';
import type { TypedRemark } from '#lib/readings/remark-form.ts';
import { tellOfReading } from '#lib/readings/tell-of-reading.server.ts';
import { type Done, maxRemarks, no } from '#lib/readings/reading.ts';

const open = (id: string) => ({ id, as: 'adviser', standing: ['open'] }) as const;

/** The adviser notes a remark; the requester reads it only when it is given back. 'too_many' beyond the most. */
export function addRemark(
	db: Kysely<Database>,
	actor: Actor,
	readingId: string,
	remark: TypedRemark,
	now: Date
): Promise<Done> {
	return changeReading(db, actor, open(readingId), async ({ trx, row, letter }) => {
		const { communityId } = row;
		if (!letter.letter.includes(remark.passage)) return no('passage_gone');
		const noted = await trx
			.selectFrom('readingRemarks')
			.select('id')
			.where('communityId', '=', communityId)
			.where('readingId', '=', readingId)
			.execute();
		if (noted.length >= maxRemarks) return no('too_many');
		await trx
			.insertInto('readingRemarks')
			.values({ communityId, readingId, ...remark, createdAt: now })
			.execute();
		return { ok: true };
	});
}

/** The adviser strikes a remark out again. */
export function strikeRemark(
	db: Kysely<Database>,
	actor: Actor,
	readingId: string,
	remarkId: string
): Promise<Done> {
	return changeReading(db, actor, open(readingId), async ({ trx, row }) => {
		await trx
			.deleteFrom('readingRemarks')
			.where('communityId', '=', row.communityId)
			.where('readingId', '=', readingId)
			.where('id', '=', remarkId)
			.execute();
		return { ok: true };
	});
}

/** The adviser gives the letter back with the remarks, or declines to read it; the requester is told. */
export function answerReading(
	doors: ReadingDoors,
	actor: Actor,
	readingId: string,
	answer: { state: 'given' | 'declined'; word: string },
	now: Date
): Promise<Done> {
	return changeReading(doors.db, actor, open(readingId), async (changing) => {
		await keepAnswer(changing, answer, now);
		const { trx, row } = changing;
		await tellOfReading(trx, doors, row.communityId, row.id, answer.state, now);
		return { ok: true };
	});
}

async function keepAnswer(
	{ trx, row }: Changing,
	{ state, word }: { state: 'given' | 'declined'; word: string },
	now: Date
): Promise<void> {
	await trx
		.updateTable('readings')
		.set({ state, answeredAt: now })
		.where('communityId', '=', row.communityId)
		.where('id', '=', row.id)
		.execute();
	await trx
		.updateTable('readingLetters')
		.set({ answerWord: word })
		.where('communityId', '=', row.communityId)
		.where('readingId', '=', row.id)
		.execute();
	if (state === 'given') return;
	// A refusal says its kind word and no more.
	await trx
		.deleteFrom('readingRemarks')
		.where('communityId', '=', row.communityId)
		.where('readingId', '=', row.id)
		.execute();
}
