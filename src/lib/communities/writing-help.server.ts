import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';

/** The language model that helps a member with letters: where it is, and its name there. */
export interface WritingHelp {
	address: string;
	model: string;
}

/** What this member set up for themself; null for everybody who set nothing up, and for all but members. */
export async function readWritingHelp(
	db: Kysely<Database>,
	actor: Actor
): Promise<WritingHelp | null> {
	if (actor.kind !== 'member') return null;
	const own = await db
		.selectFrom('writingHelps')
		.select(['address', 'model'])
		.where('communityId', '=', actor.communityId)
		.where('memberId', '=', actor.memberId)
		.executeTakeFirst();
	return own ?? null;
}

/** Sets it up, in place of what there was. The address must have been read by `readModelAddress`. */
export async function keepWritingHelp(
	db: Kysely<Database>,
	actor: Actor,
	help: WritingHelp,
	now: Date
): Promise<void> {
	if (actor.kind !== 'member') return;
	const { communityId, memberId } = actor;
	const { address, model } = help;
	await db
		.insertInto('writingHelps')
		.values({ communityId, memberId, address, model, createdAt: now, updatedAt: now })
		.onConflict((known) =>
			known.columns(['communityId', 'memberId']).doUpdateSet({ address, model, updatedAt: now })
		)
		.execute();
}

/** Switches it off: nothing of it is kept. */
export async function forgetWritingHelp(db: Kysely<Database>, actor: Actor): Promise<void> {
	if (actor.kind !== 'member') return;
	await db
		.deleteFrom('writingHelps')
		.where('communityId', '=', actor.communityId)
		.where('memberId', '=', actor.memberId)
		.execute();
}
