import { type Kysely, sql } from 'kysely';

/** The language model a member lets help with their letters: where it is and its name, never a key. */
const statements = [
	sql`create table writing_helps (
		community_id uuid not null,
		member_id uuid not null,
		address text not null,
		model text not null,
		created_at timestamptz not null default now(),
		updated_at timestamptz not null default now(),
		primary key (community_id, member_id),
		foreign key (community_id, member_id) references members (community_id, id) on delete cascade
	)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
