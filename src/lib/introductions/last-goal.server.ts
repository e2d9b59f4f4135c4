import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Goal } from '#lib/introductions/judge-peace.ts';

/** What a member's last request was for: most likely the next one too. At first, something else. */
export async function lastGoal(db: Kysely<Database>, actor: Actor): Promise<Goal> {
	if (actor.kind !== 'member') return 'other';
	const last = await db
		.selectFrom('requests')
		.select('goal')
		.where('communityId', '=', actor.communityId)
		.where('requesterId', '=', actor.memberId)
		.orderBy('createdAt', 'desc')
		.executeTakeFirst();
	return last?.goal ?? 'other';
}
