import { type Kysely, sql } from 'kysely';

/**
 * What others in the community may know of a contact: chosen for the book, for an import, or for the
 * contact itself. contacts.sharing is always what holds; sharing_by says who chose it.
 */
const statements = [
	sql`alter table members
		add column sharing text not null default 'private' check (sharing in ('private', 'blind', 'visible'))`,
	// Null: its contacts are shared as the book is.
	sql`alter table imports add column sharing text check (sharing in ('private', 'blind', 'visible'))`,
	// sharing_was is what held before the change sharing_change, which can be undone.
	sql`alter table contacts
		add column sharing_by text not null default 'book' check (sharing_by in ('book', 'import', 'contact')),
		add column sharing_was text check (sharing_was in ('private', 'blind', 'visible')),
		add column sharing_was_by text check (sharing_was_by in ('book', 'import', 'contact')),
		add column sharing_change uuid`,
	sql`update contacts set sharing_by = 'contact' where sharing <> 'private'`,
	// As people/search-text folds words; here because others search a name, a company and a position only.
	sql`create or replace function folded(words text) returns text language sql immutable strict parallel safe as $$
		select trim(regexp_replace(
			translate(replace(replace(replace(replace(
				lower(regexp_replace(normalize(words, nfkd), '[\\u0300-\\u036f]', '', 'g')),
				'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'þ', 'th'), 'øłđðħı', 'olddhi'),
			'[^[:alnum:]]+', ' ', 'g'))
	$$`,
	sql`create index contacts_visible on contacts using gin
		(to_tsvector('simple', folded(full_name || ' ' || company || ' ' || position)))
		where sharing = 'visible' and deleted_at is null`,
	sql`create index contacts_blind on contacts using gin (to_tsvector('simple', folded(company)))
		where sharing = 'blind' and deleted_at is null`,
	sql`create index contacts_sharing_change on contacts (community_id, sharing_change)
		where sharing_change is not null`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
