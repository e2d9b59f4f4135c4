import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { holdCommunity } from '#lib/matching/hold-community.server.ts';
import { matchWithin } from '#lib/matching/match-persons.server.ts';
import type { SharingChanged } from '#lib/people/sharing-door.server.ts';

/** So many are matched anew before anybody waits; more within the minute, see dueCommunities. */
const fewEnough = 20;

/**
 * Lets contacts go from their persons that are private now, and has everything matched anew that
 * changed: what is shared and what is not any more.
 */
export const sharingChanged: SharingChanged = async (trx, { communityId, ownerId, contactIds }) => {
	// First, as whoever matches: two who hold the same contacts and then wait for one another never end.
	await holdCommunity(trx, communityId);
	const those = contactIds ? sql`and k.id = any(${[...contactIds]}::uuid[])` : sql``;
	const { rows } = await sql<{ id: string; now: Date }>`
		insert into person_contacts (community_id, contact_id, owner_id, shared, joined_at)
		select k.community_id, k.id, k.owner_id, k.sharing <> 'private', now() from contacts k
		where k.community_id = ${communityId} and k.owner_id = ${ownerId} and k.deleted_at is null
			${those} order by k.id
		on conflict (community_id, contact_id) do update
			set shared = excluded.shared, person_id = null, print = ''
			where person_contacts.shared <> excluded.shared
		returning contact_id as id, joined_at as now`.execute(trx);
	const [first] = rows;
	if (!first || rows.length > fewEnough) return;
	await matchWithin(
		trx,
		communityId,
		rows.map(({ id }) => id),
		first.now
	);
};

/** The communities in which contacts wait to be matched. */
export async function dueCommunities(db: Kysely<Database>): Promise<string[]> {
	const rows = await db
		.selectFrom('personContacts')
		.select('communityId')
		.distinct()
		.where('print', '=', Buffer.of())
		.execute();
	return rows.map(({ communityId }) => communityId);
}
