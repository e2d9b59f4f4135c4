import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { changeReading } from '#lib/readings/load-reading.server.ts';
import type { TypedRemark } from '#lib/readings/remark-form.ts';
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
