import { type Kysely, sql } from 'kysely';

/**
 * Which contacts of several members' books are one person. Nothing here says more of anybody than the
 * contacts do: keys are numbers, reasons are kinds without values, and all goes with the contact.
 */
const statements = [
	// Every contact that takes part: those that are shared, and private ones for their owner's eyes.
	sql`create table person_contacts (
		community_id uuid not null,
		contact_id uuid not null,
		owner_id uuid not null,
		shared boolean not null,
		person_id uuid,
		print bytea not null default '',
		joined_at timestamptz not null,
		primary key (community_id, contact_id),
		foreign key (community_id, contact_id) references contacts (community_id, id) on delete cascade
	)`,
	sql`create index person_contacts_person on person_contacts (community_id, person_id) where person_id is not null`,
	sql`create index person_contacts_owner on person_contacts (community_id, owner_id)`,
	sql`create index person_contacts_due on person_contacts (community_id) where print = ''`,
	// By these two contacts find each other; what too many share finds nobody and is not kept.
	sql`create table match_keys (
		community_id uuid not null,
		shared boolean not null,
		key integer not null,
		contact_id uuid not null,
		primary key (community_id, shared, key, contact_id),
		foreign key (community_id, contact_id) references person_contacts (community_id, contact_id) on delete cascade
	)`,
	sql`create index match_keys_contact on match_keys (community_id, contact_id)`,
	sql`create table common_keys (
		community_id uuid not null references communities on delete cascade,
		key integer not null,
		primary key (community_id, key)
	)`,
	// Two contacts of two books that may be one person; where one is private, it is its owner's matter alone.
	sql`create table person_pairs (
		community_id uuid not null,
		one_id uuid not null,
		other_id uuid not null,
		one_owner_id uuid not null,
		other_owner_id uuid not null,
		shared boolean not null,
		odds real not null,
		reasons jsonb not null default '[]',
		decision text check (decision in ('same', 'apart')),
		zone text not null check (zone in ('joined', 'asked', 'apart')),
		found_at timestamptz not null,
		primary key (community_id, one_id, other_id),
		check (one_id < other_id),
		foreign key (community_id, one_id) references contacts (community_id, id) on delete cascade,
		foreign key (community_id, other_id) references contacts (community_id, id) on delete cascade
	)`,
	sql`create index person_pairs_other on person_pairs (community_id, other_id)`,
	sql`create index person_pairs_one_asked on person_pairs (community_id, one_owner_id) where zone = 'asked'`,
	sql`create index person_pairs_other_asked on person_pairs (community_id, other_owner_id) where zone = 'asked'`,
	// What a member said of a contact of theirs and another member's; each of the two may say something.
	sql`create table person_decisions (
		community_id uuid not null,
		contact_id uuid not null,
		other_id uuid not null,
		member_id uuid not null,
		decision text not null check (decision in ('same', 'apart')),
		decided_at timestamptz not null,
		primary key (community_id, contact_id, other_id),
		foreign key (community_id, member_id) references members (community_id, id) on delete cascade,
		foreign key (community_id, contact_id) references contacts (community_id, id) on delete cascade,
		foreign key (community_id, other_id) references contacts (community_id, id) on delete cascade
	)`,
	sql`create index person_decisions_other on person_decisions (community_id, other_id)`,
	sql`create index person_decisions_member on person_decisions (community_id, member_id)`,
	// What a community's shared contacts taught; its row is also what holds two that match apart.
	sql`create table match_models (
		community_id uuid not null references communities on delete cascade,
		learnt jsonb,
		records integer not null default 0,
		learnt_at timestamptz,
		primary key (community_id)
	)`,
	// Books of before are due to be matched, as if all their contacts had just been written.
	sql`insert into person_contacts (community_id, contact_id, owner_id, shared, joined_at)
		select community_id, id, owner_id, sharing <> 'private', now() from contacts
		where deleted_at is null`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
