import { type Kysely, sql } from 'kysely';

const statements = [
	// When a file was last changed tells two of one name and size apart; see importers/upload.server.
	sql`alter table imports
		add column stamp text not null default '',
		add column last_piece_at timestamptz`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
