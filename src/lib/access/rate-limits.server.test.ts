import { describe, expect, it } from 'vitest';
import { openRateLimits } from '#lib/access/rate-limits.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const { pool } = await testDatabase();
const limits = openRateLimits(pool, 'secret');

async function refusedAfter(...key: string[]): Promise<number> {
	for (let taken = 0; taken < 50; taken += 1) {
		const answer = await limits.take('sign_in', ...key);
		if (!answer.ok) return taken;
	}
	return Number.POSITIVE_INFINITY;
}

describe('rate limits', () => {
	it('refuse after the last allowed use and say how long to wait', async () => {
		expect(await refusedAfter('kathy@example.com', '192.0.2.1')).toBe(8);
		const refusal = await limits.take('sign_in', 'kathy@example.com', '192.0.2.1');
		expect(refusal.ok).toBe(false);
		if (!refusal.ok) expect(refusal.retryAfterSeconds).toBeGreaterThan(800);
	});

	it('count each key and each kind of use apart', async () => {
		expect(await limits.take('sign_in', 'kathy@example.com', '192.0.2.2')).toEqual({ ok: true });
		expect(await limits.take('link_to', 'kathy@example.com')).toEqual({ ok: true });
		expect(await limits.take('sign_in', 'a', 'b,c')).toEqual({ ok: true });
	});

	it('let two parts of a key not be mistaken for one', async () => {
		await refusedAfter('a', 'b');
		expect(await limits.take('sign_in', 'ab')).toEqual({ ok: true });
		expect(await limits.take('sign_in', 'a,b')).toEqual({ ok: true });
	});

	it('forget the count when forgiven', async () => {
		await refusedAfter('dean@example.com', '192.0.2.1');
		await limits.forgive('sign_in', 'dean@example.com', '192.0.2.1');
		expect(await limits.take('sign_in', 'dean@example.com', '192.0.2.1')).toEqual({ ok: true });
	});

	it('count uses at the same moment exactly', async () => {
		const takes = Array.from({ length: 20 }, () => limits.take('sign_in', 'together'));
		const answers = await Promise.all(takes);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(8);
	});

	it('store neither e-mail nor address in clear', async () => {
		await limits.take('link_to', 'pierre@example.com', '192.0.2.77');
		const { rows } = await pool.query<{ key: string }>('select key from rate_limits');
		expect(rows.length).toBeGreaterThan(3);
		for (const { key } of rows) expect(key).not.toMatch(/@|192\.0/);
	});

	it('erase only what has expired', async () => {
		await pool.query(`insert into rate_limits values ('old', 1, 1)`);
		const before = await pool.query('select 1 from rate_limits');
		await limits.clear();
		const after = await pool.query('select 1 from rate_limits');
		expect(after.rowCount).toBe((before.rowCount ?? 0) - 1);
	});
});
