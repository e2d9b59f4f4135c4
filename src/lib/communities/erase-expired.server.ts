import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

const day = 24 * 60 * 60_000;
/** An expired invitation still explains itself to who opens it late, for this long. */
const explainedFor = 60 * day;

/** Every night: erases sessions and links that are over, and invitations long after. */
export async function eraseExpired(db: Kysely<Database>, now: Date): Promise<void> {
	await db.deleteFrom('sessions').where('expiresAt', '<', now).execute();
	await db.deleteFrom('verifications').where('expiresAt', '<', now).execute();
	const longAgo = new Date(now.getTime() - explainedFor);
	for (const { id: communityId } of await db.selectFrom('communities').select('id').execute()) {
		await db
			.deleteFrom('invitations')
			.where('communityId', '=', communityId)
			.where('expiresAt', '<', longAgo)
			.execute();
	}
}
