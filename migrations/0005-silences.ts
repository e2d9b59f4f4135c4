import { type Kysely, sql } from 'kysely';

/**
 * Since when each real tie has been silent, and how close it was: what the home screen looks through
 * for a dormant tie, without reading all the evidence of a book. Made anew with the evidence.
 */
const statements = [
	sql`create table silences (
		community_id uuid not null,
		contact_id uuid not null,
		owner_id uuid not null,
		since text not null,
		closeness real not null,
		primary key (community_id, contact_id),
		foreign key (community_id, contact_id) references contacts (community_id, id) on delete cascade
	)`,
	sql`create index silences_owner on silences (community_id, owner_id, closeness desc) include (since)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
