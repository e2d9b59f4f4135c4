import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';

const { pool } = await testDatabase();

// A backup carries rows; a sequence would begin again at 1 in a restored database.
test('no table counts its rows with a sequence', async () => {
	const { rows } = await pool.query(
		`select sequencename from pg_sequences where schemaname = 'public'`
	);
	expect(rows).toEqual([]);
});

// A restore makes everything anew from the migrations after it dropped the tables, and nothing else.
test('the schema is made of tables, and of functions that a migration may make twice', async () => {
	const { rows: functions } = await pool.query<{ name: string }>(
		`select proname as name from pg_proc where pronamespace = 'public'::regnamespace`
	);
	const migrations = globSync('migrations/*.ts').map((path) => readFileSync(path, 'utf8'));
	for (const { name } of functions)
		expect(migrations.join('\n')).toContain(`create or replace function ${name}(`);
	const { rows } =
		await pool.query(`select t.typname from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('d', 'e')
		union all select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm', 'f')`);
	expect(rows).toEqual([]);
});
