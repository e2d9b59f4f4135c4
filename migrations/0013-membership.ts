import { type Kysely, sql } from 'kysely';

/**
 * A community says what it is for. A member who was removed keeps their book, out of everybody's
 * sight, for a while: what they shared is private from that moment, and sharing_withheld remembers
 * what it was, should they be taken back.
 */
const statements = [
	sql`alter table communities add column description text not null default ''`,
	sql`alter table members add column removed_at timestamptz`,
	sql`create index members_removed on members (removed_at) where removed_at is not null`,
	sql`alter table contacts
		add column sharing_withheld text check (sharing_withheld in ('private', 'blind', 'visible'))`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
