import type { Kysely } from 'kysely';
import { safePath } from '#lib/access/safe-path.ts';
import { removedMemberships } from '#lib/communities/removed-memberships.server.ts';
import type { Database } from '#lib/db/schema.ts';

/** Where somebody goes who has just signed in: who was removed somewhere is told so first. */
export async function firstPage(db: Kysely<Database>, userId: string, wanted: string | undefined) {
	const onward = safePath(wanted);
	if (onward.startsWith('/invitation/')) return onward;
	const removed = await removedMemberships(db, userId);
	return removed.length > 0 ? '/communities' : onward;
}
