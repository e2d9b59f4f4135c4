import { type Kysely, sql } from 'kysely';

/**
 * A letter read over by an adviser before it is sent. What is asked of whom outlives the draft, so
 * that the adviser can be told; the letter and all that was said of it go with the request.
 */
const statements = [
	sql`create table readings (
		community_id uuid not null references communities on delete cascade,
		id uuid not null default gen_random_uuid(),
		requester_id uuid not null,
		adviser_id uuid not null,
		state text not null check (state in ('asked', 'given', 'declined', 'taken_back')),
		asked_at timestamptz not null,
		answered_at timestamptz,
		settled_at timestamptz,
		primary key (community_id, id),
		foreign key (community_id, requester_id) references members (community_id, id) on delete cascade,
		foreign key (community_id, adviser_id) references members (community_id, id) on delete cascade
	)`,
	sql`create index readings_requester on readings (community_id, requester_id)`,
	sql`create index readings_adviser on readings (community_id, adviser_id)`,
	sql`create table reading_letters (
		community_id uuid not null,
		reading_id uuid not null,
		request_id uuid not null,
		connector_name text not null,
		locale text not null check (locale in ('fr', 'en')),
		subject text not null,
		letter text not null,
		word text not null default '',
		answer_word text not null default '',
		primary key (community_id, reading_id),
		foreign key (community_id, reading_id) references readings (community_id, id) on delete cascade,
		foreign key (community_id, request_id) references requests (community_id, id) on delete cascade
	)`,
	sql`create index reading_letters_request on reading_letters (community_id, request_id)`,
	sql`create table reading_remarks (
		community_id uuid not null,
		id uuid not null default gen_random_uuid(),
		reading_id uuid not null,
		passage text not null default '',
		remark text not null default '',
		wording text not null default '',
		settled text check (settled in ('taken', 'done', 'set_aside')),
		created_at timestamptz not null,
		primary key (community_id, id),
		foreign key (community_id, reading_id) references reading_letters (community_id, reading_id) on delete cascade
	)`,
	sql`create index reading_remarks_reading on reading_remarks (community_id, reading_id)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
