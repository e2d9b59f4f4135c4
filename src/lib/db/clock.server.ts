import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

/**
 * The time as this community lives it. Only the demo is ever ahead ("three days later"), so that a
 * story of weeks can be played in minutes; everywhere else this is the system clock.
 */
export async function communityNow(db: Kysely<Database>, communityId: string): Promise<Date> {
	const row = await db
		.selectFrom('communities')
		.select('clockAheadMs')
		.where('id', '=', communityId)
		.executeTakeFirst();
	return nowAhead(row ?? { clockAheadMs: 0 });
}

/** The same, where it was read already how far the community's clock is ahead. */
export function nowAhead({ clockAheadMs }: { clockAheadMs: number }): Date {
	return new Date(Date.now() + clockAheadMs);
}
