import { expect } from '@playwright/test';
import { openQueue } from '#lib/jobs/queue.server.ts';
import type { RunningApp } from './app.ts';

/** Lets this many days pass for everybody here, and what they make due happen. */
export async function passDays(app: RunningApp, days: number): Promise<void> {
	await settled(app);
	const ahead = days * 86_400_000;
	await app.pool.query('update communities set clock_ahead_ms = clock_ahead_ms + $1', [ahead]);
	await enqueue(app, 'tick');
}

/** Does what is done every night: digests leave. */
export async function fallNight(app: RunningApp): Promise<void> {
	await settled(app);
	await enqueue(app, 'night');
}

async function enqueue(app: RunningApp, job: 'tick' | 'night'): Promise<void> {
	const queue = await openQueue(app.pool, () => {});
	await queue.enqueue(app.db, job, {});
	await queue.stop();
	await settled(app);
}

/** Waits until everything that was set off has been done: no job is left, so every mail has left. */
export async function settled(app: RunningApp): Promise<void> {
	const left = async () => {
		const { rows } = await app.pool.query<{ left: number }>(
			`select count(*)::int as left from pgboss.job
			 where name in ('effect', 'send_mail', 'tick', 'night', 'run_import') and state < 'completed'`
		);
		return rows[0]?.left;
	};
	await expect.poll(left, { timeout: 30_000 }).toBe(0);
}
