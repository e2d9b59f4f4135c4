import { sql } from 'kysely';
import type { SharedContact } from '#lib/people/shown-to.ts';

/** A contact `c` beside its owner `o`, as shownTo judges it. */
export type SharedRow = SharedContact & { id: string };

/** The columns of a SharedRow. */
export const sharedColumns = sql`c.id, c.community_id as "communityId", c.owner_id as "ownerId",
	o.name as "ownerName", c.sharing, c.deleted_at is not null or c.merged_into is not null as "isGone",
	c.full_name as "fullName", c.company, c.position`;

/** The owner `o` of a contact `c`, as long as they are a member. */
export const ownerRow = sql`members o on o.community_id = c.community_id and o.id = c.owner_id
	and o.removed_at is null`;

/** Contacts beside their owners. */
export const sharedFrom = sql`contacts c join ${ownerRow}`;
