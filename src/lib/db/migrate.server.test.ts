import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/db/connect.server.ts';
import { executedMigrations, migrate } from '#lib/db/migrate.server.ts';
import { migrations } from '../../../migrations/all.ts';
import { testDatabase, testDatabaseUrl } from '../../../tests/support/database.ts';

const names = Object.keys(migrations).toSorted();
const opened: Array<{ close: () => Promise<void> }> = [];

async function emptyDatabase() {
	const url = await testDatabaseUrl('bare');
	const database = openDatabase({ url });
	opened.push(database);
	return { ...database, url };
}

// Everything a migration could change: tables, columns, defaults, constraints and indexes.
async function schemaOf({ db }: Pick<Awaited<ReturnType<typeof testDatabase>>, 'db'>) {
	const columns = await sql`
		select table_name, column_name, data_type, is_nullable, column_default
		from information_schema.columns where table_schema = 'public' order by 1, 2`.execute(db);
	const constraints = await sql`
		select conrelid::regclass::text as on_table, conname, pg_get_constraintdef(oid) as definition
		from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`.execute(db);
	const indexes = await sql`
		select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`.execute(db);
	return [columns.rows, constraints.rows, indexes.rows];
}

describe('migrations', () => {
	let migrated: Awaited<ReturnType<typeof testDatabase>>;
	beforeAll(async () => {
		migrated = await testDatabase();
	});
	afterAll(() => Promise.all(opened.map((database) => database.close())));

	test('bring an empty database to the latest schema, in order', async () => {
		const empty = await emptyDatabase();
		expect(await migrate(empty.db)).toEqual(names);
		expect(await executedMigrations(empty.db)).toEqual(names);
		expect(await schemaOf(empty)).toEqual(await schemaOf(migrated));
	});

	test('change nothing when run a second time', async () => {
		const before = await schemaOf(migrated);
		expect(await migrate(migrated.db)).toEqual([]);
		expect(await schemaOf(migrated)).toEqual(before);
	});

	test('run once when two processes start at the same time', async () => {
		const first = await emptyDatabase();
		const second = openDatabase({ url: first.url });
		opened.push(second);
		const ran = await Promise.all([migrate(first.db), migrate(second.db)]);
		expect(ran.flat().toSorted()).toEqual(names);
	});

	test('refuse a database made by a newer application, and say what to do', async () => {
		const newer = await emptyDatabase();
		await migrate(newer.db, { ...migrations, '9999-later': { up: async () => {} } });
		await expect(migrate(newer.db)).rejects.toThrow(/newer Entremise \(it has 9999-later\)/);
	});

	test('give every table of a community its community first in the primary key', async () => {
		const { rows } = await sql<{ table: string; first: string | null }>`
			select c.table_name as "table", (
				select a.attname from pg_index i
				join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
				where i.indrelid = format('public.%I', c.table_name)::regclass and i.indisprimary
			) as first
			from information_schema.columns c
			where c.table_schema = 'public' and c.column_name = 'community_id'`.execute(migrated.db);
		expect(rows.length).toBeGreaterThan(10);
		expect(rows.filter((row) => row.first !== 'community_id')).toEqual([]);
	});
});
