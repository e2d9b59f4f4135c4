import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { changeReading } from '#lib/readings/load-reading.server.ts';
import { reworded } from '#lib/readings/passage.ts';
import { type Done, no } from '#lib/readings/reading.ts';
import { given, settle } from '#lib/readings/settle-remark.server.ts';

/**
 * Puts the proposed wording where its passage stands in the draft. Refuses 'passage_gone' when the
 * passage is not there any more, word for word, 'too_late' while the draft waits for its day; the
 * draft is left as it is then.
 */
export function takeWording(
	db: Kysely<Database>,
	actor: Actor,
	readingId: string,
	remarkId: string,
	now: Date
): Promise<Done> {
	return changeReading(db, actor, given(readingId), async (changing) => {
		const { trx, row, letter } = changing;
		const { communityId } = row;
		const remark = await trx
			.selectFrom('readingRemarks')
			.select(['passage', 'wording'])
			.where('communityId', '=', communityId)
			.where('readingId', '=', readingId)
			.where('id', '=', remarkId)
			.executeTakeFirst();
		const draft = await trx
			.selectFrom('requests')
			.select(['letter', 'sendOn'])
			.where('communityId', '=', communityId)
			.where('id', '=', letter.requestId)
			.executeTakeFirst();
		if (!remark?.wording || !draft) return no('not_found');
		if (draft.sendOn) return no('too_late');
		const changed = reworded(draft.letter, remark.passage, remark.wording);
		if (changed === null) return no('passage_gone');
		await trx
			.updateTable('requests')
			.set({ letter: changed, letterEdited: true, updatedAt: now })
			.where('communityId', '=', communityId)
			.where('id', '=', letter.requestId)
			.execute();
		return settle(changing, { id: remarkId, settled: 'taken' }, now);
	});
}
