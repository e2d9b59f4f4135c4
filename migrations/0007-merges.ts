import { type Kysely, sql } from 'kysely';

/** A contact shows as one other at most; and what points at a contact is found when it is merged or erased. */
const statements = [
	sql`create unique index merges_standing on merges (community_id, merged_id) where undone_at is null`,
	sql`create index merges_kept on merges (community_id, kept_id)`,
	sql`create index merges_merged on merges (community_id, merged_id)`,
	sql`create index likenesses_other on likenesses (community_id, other_id)`,
	sql`create index requests_connector_contact on requests (community_id, connector_contact_id)
		where connector_contact_id is not null`,
	sql`create index introductions_target_contact on introductions (community_id, target_contact_id)
		where target_contact_id is not null`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
