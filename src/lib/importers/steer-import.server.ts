import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { readImport } from '#lib/importers/import-report.server.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';

/** Stops an import of this member's before its next thousand rows; what is in the book stays there. */
export function stopImport(db: Kysely<Database>, actor: Actor, id: string): Promise<boolean> {
	return turn(db, actor, id, ['waiting', 'running'], 'cancelled');
}

/** Lets a stopped import go on where it was; false when there is none of this member's to go on with. */
export function resumeImport(
	db: Kysely<Database>,
	actor: Actor,
	id: string,
	enqueue: Enqueue
): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const turned = await turn(trx, actor, id, ['cancelled'], 'waiting');
		if (turned && actor.kind === 'member')
			await enqueue(trx, 'run_import', { communityId: actor.communityId, importId: id });
		return turned;
	});
}

/**
 * Takes up again what a stop of the whole application cut off; call it once at the start. An import
 * that is begun twice counts each row once, so that nothing has to be known of other processes.
 */
export async function resumeInterrupted(db: Kysely<Database>, enqueue: Enqueue): Promise<void> {
	const rows = await db
		.selectFrom('imports')
		.select(['communityId', 'id as importId'])
		.where('state', 'in', ['waiting', 'running'])
		.execute();
	for (const row of rows) await enqueue(db, 'run_import', row);
}

async function turn(
	db: Kysely<Database>,
	actor: Actor,
	id: string,
	from: ('waiting' | 'running' | 'cancelled')[],
	to: 'waiting' | 'cancelled'
): Promise<boolean> {
	if (actor.kind !== 'member' || !(await readImport(db, actor, id))) return false;
	const result = await db
		.updateTable('imports')
		.set({ state: to })
		.where('communityId', '=', actor.communityId)
		.where('memberId', '=', actor.memberId)
		.where('id', '=', id)
		.where('state', 'in', from)
		// The file of one that was stopped long ago is erased.
		.where('finishedAt', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}
