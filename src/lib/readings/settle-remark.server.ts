import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Changing, changeReading } from '#lib/readings/load-reading.server.ts';
import { type Done, no, type Settled } from '#lib/readings/reading.ts';

/** The requester's part in a reading that was given back. */
export const given = (id: string) => ({ id, as: 'requester', standing: ['given'] }) as const;

/** The requester has done with a remark, or (null) takes it up again. */
export function settleRemark(
	db: Kysely<Database>,
	actor: Actor,
	readingId: string,
	remark: { id: string; settled: Settled | null },
	now: Date
): Promise<Done> {
	return changeReading(db, actor, given(readingId), (changing) => settle(changing, remark, now));
}

/** The requester puts away what came of a reading: it waits no longer. */
export function putAwayReading(
	db: Kysely<Database>,
	actor: Actor,
	readingId: string,
	now: Date
): Promise<Done> {
	const answered = {
		id: readingId,
		as: 'requester',
		standing: ['given', 'declined']
	} as const;
	return changeReading(db, actor, answered, async ({ trx, row }) => {
		await keepSettled(trx, row, now);
		return { ok: true };
	});
}

/** The same, within a change; with the last remark the reading is settled. */
export async function settle(
	{ trx, row }: Changing,
	{ id, settled }: { id: string; settled: Settled | null },
	now: Date
): Promise<Done> {
	const { communityId, id: readingId } = row;
	const changed = await trx
		.updateTable('readingRemarks')
		.set({ settled })
		.where('communityId', '=', communityId)
		.where('readingId', '=', readingId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (changed.numUpdatedRows === 0n) return no('not_found');
	const left = await trx
		.selectFrom('readingRemarks')
		.select('id')
		.where('communityId', '=', communityId)
		.where('readingId', '=', readingId)
		.where('settled', 'is', null)
		.executeTakeFirst();
	await keepSettled(trx, row, left ? null : now);
	return { ok: true };
}

async function keepSettled(
	trx: Transaction<Database>,
	{ communityId, id }: { communityId: string; id: string },
	settledAt: Date | null
): Promise<void> {
	await trx
		.updateTable('readings')
		.set({ settledAt })
		.where('communityId', '=', communityId)
		.where('id', '=', id)
		.execute();
}
