import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { changeReading } from '#lib/readings/load-reading.server.ts';
import type { Done } from '#lib/readings/reading.ts';

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
