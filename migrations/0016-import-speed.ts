import { type Kysely, sql } from 'kysely';

const statements = [
	// A contact is in the community of its owner and goes with them: that the community is there need
	// not be looked up once more for each of thirty thousand contacts.
	sql`alter table contacts drop constraint contacts_community_id_fkey`,
	// Who was typed while a file is read; few beside those of files.
	sql`create index contacts_typed on contacts (community_id, owner_id, updated_at) where import_id is null`,
	// Which other imports told of an exchange as well: it stays until the last of them is undone.
	sql`create table retold_exchanges (
		community_id uuid not null,
		correspondent_id uuid not null,
		key bytea not null,
		import_id uuid not null,
		file text not null default '',
		line integer not null,
		primary key (community_id, correspondent_id, key, import_id),
		foreign key (community_id, correspondent_id, key)
			references exchanges (community_id, correspondent_id, key) on delete cascade,
		foreign key (community_id, import_id) references imports (community_id, id) on delete cascade
	)`,
	sql`create index retold_exchanges_import on retold_exchanges (community_id, import_id)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
