import { type Kysely, sql } from 'kysely';

/** Private contacts are matched anew: two that contradict each other may hang on one person no more. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`update person_contacts set print = '' where not shared and contact_id in (
			select one_id from person_pairs where not shared
			union all
			select other_id from person_pairs where not shared)`.execute(db);
}
