import type { Actor } from '#lib/access/actor.ts';
import type { ReadingDoors } from '#lib/readings/ask-reading.server.ts';
import { type Changing, changeReading } from '#lib/readings/load-reading.server.ts';
import type { Done } from '#lib/readings/reading.ts';
import { tellOfReading } from '#lib/readings/tell-of-reading.server.ts';

/** The adviser gives the letter back with the remarks, or declines to read it; the requester is told. */
export function answerReading(
	doors: ReadingDoors,
	actor: Actor,
	readingId: string,
	answer: { state: 'given' | 'declined'; word: string },
	now: Date
): Promise<Done> {
	return changeReading(
		doors.db,
		actor,
		{ id: readingId, as: 'adviser', standing: ['open'] },
		async (changing) => {
			await keepAnswer(changing, answer, now);
			const { trx, row } = changing;
			await tellOfReading(trx, doors, row.communityId, row.id, answer.state, now);
			return { ok: true };
		}
	);
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
