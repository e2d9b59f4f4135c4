import { type Kysely, sql } from 'kysely';

/**
 * Whose books changed in which transaction, so that every process that holds the paths of a community
 * finds what it has not seen yet. One row an owner and transaction, however many contacts; triggers
 * write it, because a change that were forgotten here would be a path that should be gone.
 */
const statements = [
	// No reference to the owner: that somebody was erased must be told as well.
	sql`create table network_changes (
		community_id uuid not null references communities on delete cascade,
		tx xid8 not null default pg_current_xact_id(),
		owner_id uuid not null,
		of_member boolean not null,
		changed_at timestamptz not null default now(),
		primary key (community_id, tx, owner_id, of_member)
	)`,
	sql`create index network_changes_old on network_changes (changed_at)`,
	// A numbering of transactions holds for one life of this table: a restore begins another.
	sql`create table network_epochs (
		community_id uuid not null references communities on delete cascade,
		epoch uuid not null default gen_random_uuid(),
		forgotten xid8 not null default '0',
		primary key (community_id)
	)`,
	sql`create or replace function tell_network() returns trigger language plpgsql as $$
		begin
			perform pg_notify('network', c.community_id::text)
				from (select distinct community_id from fresh) c;
			return null;
		end $$`,
	sql`create trigger network_changes_told after insert on network_changes
		referencing new table as fresh for each statement execute function tell_network()`,
	sql`create or replace function tell_network_gone() returns trigger language plpgsql as $$
		begin
			perform pg_notify('network', c.id::text) from stale c;
			return null;
		end $$`,
	sql`create trigger communities_network_gone after delete on communities
		referencing old table as stale for each statement execute function tell_network_gone()`,
	// Before and after are counted together: what is there twice has not changed. Planned each time it
	// runs, since a plan made for one row is none for a whole import.
	sql`create or replace function note_network_change() returns trigger language plpgsql as $$
		declare
			parts text := tg_argv[0];
			which text := tg_argv[1];
			owners text := tg_argv[2];
			changed text := format('select %s from %%s where %s', parts, which);
		begin
			if tg_op = 'INSERT' then changed := format(changed, 'fresh');
			elsif tg_op = 'DELETE' then changed := format(changed, 'stale');
			else changed := format('select * from (%s union all %s) c group by %s having count(*) = 1',
				format(changed, 'stale'), format(changed, 'fresh'), tg_argv[4]);
			end if;
			execute format('insert into network_changes (community_id, owner_id, of_member)
				select distinct o.community_id, o.owner_id, %L::boolean
				from (with c as (%s) %s) o (community_id, owner_id)
				where exists (select from communities where id = o.community_id)
				on conflict do nothing', tg_argv[3], changed, owners);
			return null;
		end $$`
];

/** What of a row paths depend on, and whose book it is in. */
interface Watched {
	table: string;
	/** By name: an unchanged row has the same before and after. */
	parts: Record<string, string>;
	/** Which rows matter at all. */
	where?: string;
	/** The community and the owner, of a row c that came, went or changed. */
	owner?: string;
	/** Somebody may be a member, or no member, in others' books from now on. */
	ofMember?: boolean;
	events?: readonly Event[];
}

type Event = 'insert' | 'update' | 'delete';

const ownRow = 'select c.community_id, c.owner_id from c';
const same = (...columns: string[]) => Object.fromEntries(columns.map((name) => [name, name]));

const watched: readonly Watched[] = [
	{
		table: 'contacts',
		parts: {
			...same('community_id', 'id', 'owner_id', 'sharing', 'merged_into'),
			is_gone: 'deleted_at is null',
			is_connected: 'connected_on is null'
		}
	},
	{
		table: 'contact_details',
		parts: same('community_id', 'id', 'contact_id', 'normalised'),
		where: `kind = 'email'`,
		owner: `select k.community_id, k.owner_id from c
			join contacts k on k.community_id = c.community_id and k.id = c.contact_id`
	},
	{ table: 'strengths', parts: same('community_id', 'contact_id', 'owner_id', 'told', 'said') },
	{
		table: 'acquaintances',
		parts: same('community_id', 'id', 'owner_id', 'connector_id', 'target_id')
	},
	{
		table: 'person_contacts',
		parts: same('community_id', 'contact_id', 'owner_id', 'person_id'),
		where: 'person_id is not null'
	},
	{
		table: 'members',
		parts: { ...same('community_id', 'id', 'user_id', 'email'), is_there: 'removed_at is null' },
		owner: 'select c.community_id, c.id from c',
		ofMember: true
	},
	{
		table: 'users',
		parts: same('id', 'email', 'email_verified'),
		owner: 'select m.community_id, m.id from c join members m on m.user_id = c.id',
		ofMember: true,
		events: ['update']
	}
];

const transitions: Record<Event, string> = {
	insert: 'new table as fresh',
	delete: 'old table as stale',
	update: 'old table as stale new table as fresh'
};

function triggersOf({ table, parts, where = 'true', owner = ownRow, ...more }: Watched): string[] {
	const { ofMember = false, events = ['insert', 'update', 'delete'] } = more;
	const columns = Object.entries(parts).map(([name, what]) => `${what} as ${name}`);
	const told = [columns.join(', '), where, owner, String(ofMember), Object.keys(parts).join(', ')];
	const words = told.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ');
	return events.map(
		(event) => `create trigger ${table}_network_${event} after ${event} on ${table}
			referencing ${transitions[event]}
			for each statement execute function note_network_change(${words})`
	);
}

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
	for (const trigger of watched.flatMap(triggersOf)) await sql.raw(trigger).execute(db);
}
