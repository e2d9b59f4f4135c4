import type { Pool } from 'pg';
import { vi } from 'vitest';

/**
 * Lets several acts truly meet: `statement` takes a lock that stops them all half-way, and it is
 * released once that many wait in the database.
 */
export async function atOnce<Result>(
	pool: Pool,
	statement: string,
	acts: (() => Promise<Result>)[]
): Promise<Result[]> {
	const holder = await pool.connect();
	try {
		await holder.query('begin');
		await holder.query(statement);
		const results = Promise.all(acts.map((act) => act()));
		await vi.waitFor(() => allWait(pool, acts.length), { timeout: 10_000, interval: 20 });
		await holder.query('commit');
		return await results;
	} finally {
		holder.release();
	}
}

async function allWait(pool: Pool, count: number): Promise<void> {
	const { rows } = await pool.query<{ waiting: number }>(
		`select count(*)::int as waiting from pg_stat_activity
		 where datname = current_database() and wait_event_type = 'Lock'`
	);
	if ((rows[0]?.waiting ?? 0) < count) throw new Error(`not all ${count} wait yet`);
}
