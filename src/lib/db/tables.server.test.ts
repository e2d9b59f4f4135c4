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

// A restore makes everything anew from the migrations after it dropped the tables.
test('the schema is made of tables alone', async () => {
	const { rows } = await pool.query(`
		select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace
		union all select t.typname from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('d', 'e')
		union all select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm', 'f')`);
	expect(rows).toEqual([]);
});
