import type { Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { actWithin, type Deed, type Doors } from '#lib/introductions/act.server.ts';
import type { Key } from '#lib/introductions/load-introduction.server.ts';
import type { Refusal } from '#lib/introductions/refusals.ts';

export type Once = { ok: true } | { ok: false; refusal: Refusal };

/**
 * Acts unless it is done already, so that the same form sent twice (two clicks, a reload) is one
 * deed and one mail. Who comes second waits for the first, then looks.
 */
export function actOnce(
	doors: Doors,
	actor: Actor,
	key: Key,
	deed: Deed,
	now: Date,
	isDone: (trx: Transaction<Database>) => Promise<boolean>
): Promise<Once> {
	return doors.db.transaction().execute(async (trx): Promise<Once> => {
		await trx
			.selectFrom('introductions')
			.select('id')
			.where('communityId', '=', key.communityId)
			.where('id', '=', key.introductionId)
			.forUpdate()
			.execute();
		if (await isDone(trx)) return { ok: true };
		const acted = await actWithin(trx, doors, actor, key, deed, now);
		return acted.ok ? { ok: true } : acted;
	});
}
