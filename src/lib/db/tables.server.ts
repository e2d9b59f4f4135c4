import { CompiledQuery, type Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

/** A table as a backup writes it and a restore fills it. */
export interface StoredTable {
	name: string;
	/** Those with a value of their own, not computed from others. */
	columns: string[];
}

/** What says something of this database alone, and is made anew in another one. */
const ownTables = [
	'kysely_migration',
	'kysely_migration_lock',
	'network_changes',
	'network_epochs'
];

/** Every table of the application except those that are this database's own, by name. */
export async function storedTables(db: Kysely<Database>): Promise<StoredTable[]> {
	return query<StoredTable>(
		db,
		`select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
		from information_schema.columns join information_schema.tables using (table_schema, table_name)
		where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
			and table_name <> all($1)
		group by table_name order by table_name`,
		[ownTables]
	);
}

/**
 * Every row of a table as one line of JSON, in the caller's transaction, a few megabytes at a time:
 * one row may be a whole imported file.
 */
export async function* rowsAsJson(
	db: Kysely<Database>,
	{ name }: StoredTable
): AsyncGenerator<string[]> {
	await query(
		db,
		`declare stored_rows no scroll cursor for select row_to_json(t)::text as line from public.${quoted(name)} t`
	);
	let count = 1;
	for (;;) {
		const rows = await query<{ line: string }>(db, `fetch ${count} from stored_rows`);
		if (rows.length === 0) break;
		const lines = rows.map((row) => row.line);
		yield lines;
		count = nextCount(lines);
	}
	await query(db, 'close stored_rows');
}

/** Puts rows, each a line of JSON, into a table; answers how many. */
export async function insertJsonRows(
	db: Kysely<Database>,
	{ name, columns }: StoredTable,
	lines: string[]
): Promise<number> {
	const list = columns.map(quoted).join(', ');
	const inserted = await query(
		db,
		`insert into public.${quoted(name)} (${list}) overriding system value
		select ${list} from json_populate_recordset(null::public.${quoted(name)}, $1::json) returning 1`,
		[`[${lines.join(',')}]`]
	);
	return inserted.length;
}

/**
 * Does something while no foreign key is enforced, so that tables may be filled in any order; then
 * puts the keys back, which checks every row against them. In the caller's transaction.
 */
export async function withoutForeignKeys(
	db: Kysely<Database>,
	fill: () => Promise<void>
): Promise<void> {
	const keys = await query<{ table: string; key: string; definition: string }>(
		db,
		`select conrelid::regclass::text as "table", conname as key, pg_get_constraintdef(oid) as definition
		from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`
	);
	for (const { table, key } of keys)
		await query(db, `alter table ${table} drop constraint ${quoted(key)}`);
	await fill();
	for (const { table, key, definition } of keys)
		await query(db, `alter table ${table} add constraint ${quoted(key)} ${definition}`);
}

/** Plain SQL with its values, on a database or in its transaction; answers the rows as SQL names them. */
export async function query<Row>(
	db: Kysely<Database>,
	text: string,
	values: unknown[] = []
): Promise<Row[]> {
	const { rows } = await db.withoutPlugins().executeQuery<Row>(CompiledQuery.raw(text, values));
	return rows;
}

/** An SQL identifier, whatever is in it. */
export function quoted(identifier: string): string {
	return `"${identifier.replaceAll('"', '""')}"`;
}

function nextCount(lines: string[]): number {
	const characters = lines.reduce((sum, line) => sum + line.length, 0);
	const average = Math.max(1, characters / lines.length);
	return Math.max(1, Math.min(5000, lines.length * 10, Math.floor(4_000_000 / average)));
}
