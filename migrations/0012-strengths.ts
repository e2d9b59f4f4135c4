import { type Kysely, sql } from 'kysely';

/**
 * How strong each tie is: `told` is worked out from the evidence whenever that is told anew, for
 * those who look through many ties at once; `said` is the owner's own word and outweighs it. A tie
 * without a row is a connection of which nothing else is known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create table strengths (
		community_id uuid not null,
		contact_id uuid not null,
		owner_id uuid not null,
		told real check (told > 0 and told < 1),
		said text check (said in ('sure', 'likely', 'possible', 'faint')),
		said_at timestamptz,
		primary key (community_id, contact_id),
		foreign key (community_id, contact_id) references contacts (community_id, id) on delete cascade
	)`.execute(db);
	await sql`create index strengths_owner on strengths (community_id, owner_id)`.execute(db);
}
