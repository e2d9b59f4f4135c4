import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';

const { db, prepared, pool } = await testDatabase();

test('a count and a bigint come back as numbers', async () => {
	const { rows } = await pool.query('select count(*) as counted, 9007199254740991::bigint as big');
	expect(rows).toEqual([{ counted: 0 + 1, big: Number.MAX_SAFE_INTEGER }]);
});

test('a bigint beyond what a number holds is refused instead of rounded', async () => {
	await expect(pool.query('select 9007199254740993::bigint')).rejects.toThrow(RangeError);
});

test('a calendar day stays a day, whatever the time zone', async () => {
	const { rows } = await pool.query(`select date '1999-03-01' as day`);
	expect(rows).toEqual([{ day: '1999-03-01' }]);
});

test('columns are snake_case in SQL and camelCase here, and the keys inside a json value are left alone', async () => {
	const { rows } = await sql`select 1 as some_column, '{"some_key": 1}'::jsonb as a_json`.execute(
		db
	);
	expect(rows).toEqual([{ someColumn: 1, aJson: { some_key: 1 } }]);
});

test('what is prepared is planned once a connection, and answers as the rest does', async () => {
	const asked = (word: string) => sql`select ${word}::text as some_word`.execute(prepared);
	for (const word of ['one', 'two', "it's"])
		expect((await asked(word)).rows).toEqual([{ someWord: word }]);
	const { rows } = await sql<{ plans: number }>`select count(*)::int as plans
		from pg_prepared_statements where statement like 'select $1::text%'`.execute(prepared);
	expect(rows).toEqual([{ plans: 1 }]);
});

test('what fails while it is prepared fails alone', async () => {
	const wrong = () => sql`select nobody from members`.execute(prepared);
	await expect(wrong()).rejects.toThrow(/nobody/);
	await expect(wrong()).rejects.toThrow(/nobody/);
	expect((await sql`select 1 as one`.execute(prepared)).rows).toEqual([{ one: 1 }]);
});

test('a connection cut by the server does not end the process, and the next query works', async () => {
	await pool.query('select 1');
	const { rows } = await pool.query('select pg_backend_pid() as pid');
	const other = await testDatabase();
	await other.pool.query('select pg_terminate_backend($1)', [rows[0].pid]);
	await expect
		.poll(() =>
			pool.query('select 1 as one').then(
				(answer) => answer.rows,
				() => 'cut'
			)
		)
		.toEqual([{ one: 1 }]);
});

test('closing lets every connection go, even when only plain SQL was asked', async () => {
	const { pool, close } = await testDatabase();
	await pool.query('select 1');
	await close();
	expect(pool.totalCount).toBe(0);
});
