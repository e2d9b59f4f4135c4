import { type Kysely, sql } from 'kysely';

/**
 * What the owner of a book said of two companies' names; it wins over what their letters say. Names as
 * people/company-units folds them, `one` before `other`. A book's own: what is one company to a member
 * says something of whom they know.
 */
const statements = [
	sql`create table company_decisions (
		community_id uuid not null,
		owner_id uuid not null,
		one text not null,
		other text not null,
		decision text not null check (decision in ('same', 'apart')),
		decided_at timestamptz not null,
		primary key (community_id, owner_id, one, other),
		foreign key (community_id, owner_id) references members (community_id, id) on delete cascade
	)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
