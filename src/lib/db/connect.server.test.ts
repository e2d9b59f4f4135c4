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

test('of many statements sent at once each has its own answer, and what fails fails alone', async () => {
	const asked = Array.from({ length: 90 }, (_, at) =>
		sql<{ part: number }>`select 60 / ${at % 9}::int as part`.execute(prepared)
	);
	const answers = await Promise.allSettled(asked);
	for (const [at, answer] of answers.entries()) {
		if (at % 9 === 0) expect(answer).toMatchObject({ reason: { message: 'division by zero' } });
		else expect(answer).toMatchObject({ value: { rows: [{ part: Math.trunc(60 / (at % 9)) }] } });
	}
	await expect(sql`select nobody from members`.execute(prepared)).rejects.toThrow(/nobody/);
	expect((await sql`select 1 as one`.execute(prepared)).rows).toEqual([{ one: 1 }]);
});

test('what is prepared stands alone: there is no transaction', async () => {
	const changing = prepared.transaction().execute((trx) => sql`select 1`.execute(trx));
	await expect(changing).rejects.toThrow(/single statements/);
});

test('shared connections that the server cuts are opened anew', async () => {
	const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(prepared);
	await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
	const again = () =>
		sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(prepared).then(
			(answer) => answer.rows[0]?.pid,
			() => rows[0]?.pid
		);
	await expect.poll(again).not.toBe(rows[0]?.pid);
});

test('what was asked is answered before all is closed', async () => {
	const other = await testDatabase();
	const asked = Array.from({ length: 20 }, () =>
		sql`select count(*) from generate_series(1, 20000)`.execute(other.prepared)
	);
	await new Promise(setImmediate);
	await Promise.all([other.close(), ...asked]);
	await expect(sql`select 1`.execute(other.prepared)).rejects.toThrow();
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
