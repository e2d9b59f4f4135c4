import { type Kysely, sql } from 'kysely';

/**
 * What members bring besides contacts: whom they exchanged what with and when (never what was said),
 * where they worked and studied themselves, which contacts are one person, and where each value came
 * from, so that an import and a merge can be undone.
 */
const statements = [
	sql`alter table imports
		add column kinds jsonb not null default '{}',
		add column notes jsonb not null default '[]',
		add column rows_expected integer,
		add column mapping jsonb,
		add column undone_at timestamptz,
		alter column bytes type bigint,
		alter column bytes_read type bigint,
		drop constraint imports_state_check,
		add constraint imports_state_check check
			(state in ('uploading', 'mapping', 'waiting', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone'))`,
	// A file comes and is read in pieces: one value of several gigabytes fits nowhere.
	sql`create table import_pieces (
		community_id uuid not null,
		import_id uuid not null,
		ordinal integer not null,
		content bytea not null,
		primary key (community_id, import_id, ordinal),
		foreign key (community_id, import_id) references imports (community_id, id) on delete cascade
	)`,
	sql`alter table import_pieces alter column content set storage external`,
	sql`insert into import_pieces (community_id, import_id, ordinal, content)
		select community_id, import_id, 0, content from import_files`,
	sql`drop table import_files`,
	// The file inside an archive, empty where the import is one file.
	sql`alter table import_refusals
		add column file text not null default '',
		add column ordinal integer`,
	sql`update import_refusals set ordinal = line`,
	sql`alter table import_refusals
		alter column ordinal set not null,
		drop constraint import_refusals_pkey,
		add primary key (community_id, import_id, ordinal)`,
	sql`alter table import_marks add column file text not null default ''`,
	sql`create index import_marks_import on import_marks (community_id, import_id)`,

	sql`alter table contact_details add column file text not null default '', add column line integer`,
	sql`alter table positions add column file text not null default '', add column line integer`,
	// Evidence that is worked out from exchanges and careers is made anew whenever these change.
	sql`alter table evidence
		add column file text not null default '',
		add column line integer,
		add column derived boolean not null default false`,
	sql`create index contact_details_import on contact_details (community_id, import_id) where import_id is not null`,
	sql`create index positions_import on positions (community_id, import_id) where import_id is not null`,
	sql`create index evidence_import on evidence (community_id, import_id) where import_id is not null`,
	sql`create index contact_events_import on contact_events (community_id, (detail ->> 'importId')) where kind = 'imported'`,
	sql`create index contacts_import on contacts (community_id, import_id) where import_id is not null`,
	sql`alter table contacts
		add column name_as_written text not null default '',
		add column credentials text not null default '',
		add column merged_into uuid`,
	sql`create index contacts_merged on contacts (community_id, merged_into) where merged_into is not null`,

	// Everybody a member exchanged anything with, by the address or the name that the files give.
	sql`create table correspondents (
		community_id uuid not null,
		id uuid not null default gen_random_uuid(),
		owner_id uuid not null,
		key text not null,
		full_name text not null default '',
		email text not null default '',
		profile text not null default '',
		contact_id uuid,
		primary key (community_id, id),
		unique (community_id, owner_id, key),
		foreign key (community_id, owner_id) references members (community_id, id) on delete cascade,
		foreign key (community_id, contact_id) references contacts (community_id, id) on delete set null (contact_id)
	)`,
	sql`create index correspondents_contact on correspondents (community_id, contact_id) where contact_id is not null`,
	sql`create table exchanges (
		community_id uuid not null,
		correspondent_id uuid not null,
		key bytea not null,
		kind text not null check (kind in ('linkedin_message', 'email', 'meeting', 'invitation', 'endorsement', 'recommendation')),
		direction text check (direction in ('theirs', 'mine')),
		happened_on date,
		size integer not null default 2,
		note boolean not null default false,
		about text not null default '',
		import_id uuid not null,
		file text not null default '',
		line integer not null,
		primary key (community_id, correspondent_id, key),
		foreign key (community_id, correspondent_id) references correspondents (community_id, id) on delete cascade,
		foreign key (community_id, import_id) references imports (community_id, id) on delete cascade
	)`,
	sql`create index exchanges_import on exchanges (community_id, import_id)`,

	// Where a member worked or studied, and the addresses and names that are the member's own.
	sql`create table careers (
		community_id uuid not null,
		id uuid not null default gen_random_uuid(),
		member_id uuid not null,
		kind text not null check (kind in ('work', 'study')),
		place text not null,
		title text not null default '',
		started_on text not null default '',
		ended_on text not null default '',
		import_id uuid,
		file text not null default '',
		line integer,
		primary key (community_id, id),
		unique (community_id, member_id, kind, place, title, started_on, ended_on),
		foreign key (community_id, member_id) references members (community_id, id) on delete cascade
	)`,
	sql`create table own_names (
		community_id uuid not null,
		member_id uuid not null,
		kind text not null check (kind in ('email', 'profile', 'name')),
		value text not null,
		import_id uuid,
		primary key (community_id, member_id, kind, value),
		foreign key (community_id, member_id) references members (community_id, id) on delete cascade
	)`,

	// A merge hides one contact behind another and remembers what it moved, to give it back exactly.
	sql`create table merges (
		community_id uuid not null,
		id uuid not null default gen_random_uuid(),
		owner_id uuid not null,
		kept_id uuid not null,
		merged_id uuid not null,
		decided_by text not null check (decided_by in ('certain', 'member')),
		probability real not null default 1,
		reasons jsonb not null default '[]',
		before jsonb not null,
		merged_at timestamptz not null,
		undone_at timestamptz,
		primary key (community_id, id),
		foreign key (community_id, owner_id) references members (community_id, id) on delete cascade,
		foreign key (community_id, kept_id) references contacts (community_id, id) on delete cascade,
		foreign key (community_id, merged_id) references contacts (community_id, id) on delete cascade
	)`,
	sql`create index merges_owner on merges (community_id, owner_id, merged_at)`,
	// Pairs that may be one person, to be asked; and those that are not, never to be asked again.
	sql`create table likenesses (
		community_id uuid not null,
		owner_id uuid not null,
		one_id uuid not null,
		other_id uuid not null,
		state text not null default 'asked' check (state in ('asked', 'apart')),
		probability real not null,
		reasons jsonb not null default '[]',
		found_at timestamptz not null,
		decided_at timestamptz,
		primary key (community_id, one_id, other_id),
		check (one_id < other_id),
		foreign key (community_id, owner_id) references members (community_id, id) on delete cascade,
		foreign key (community_id, one_id) references contacts (community_id, id) on delete cascade,
		foreign key (community_id, other_id) references contacts (community_id, id) on delete cascade
	)`,
	sql`create index likenesses_owner on likenesses (community_id, owner_id, state)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
