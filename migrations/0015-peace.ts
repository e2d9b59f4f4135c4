import { type Kysely, sql } from 'kysely';

/**
 * A connector's peace: how many requests a month a member accepts, and for what. A request says what
 * it is for, may wait for its connector's next month, and remembers that its requester went to
 * several connectors at once knowing it.
 */
const statements = [
	sql`alter table members
		add column asks_monthly smallint default 4 check (asks_monthly between 0 and 100),
		add column asks_for text[] not null default '{job,client,investor,other}'
			check (asks_for <@ array['job', 'client', 'investor', 'other'])`,
	// send_on: a draft waits for this day. held: why it did not leave on it.
	sql`alter table requests
		add column goal text not null default 'other' check (goal in ('job', 'client', 'investor', 'other')),
		add column send_on date,
		add column waiting_since timestamptz,
		add column held text not null default '',
		add column several_confirmed_at timestamptz`,
	sql`create index requests_waiting on requests (community_id, send_on) where sent_at is null and send_on is not null`,
	sql`create index requests_sent on requests (community_id, sent_at) where connector_member_id is not null`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
