import { CompiledQuery, type Kysely } from 'kysely';
import { type JobResult, PgBoss } from 'pg-boss';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { type JobData, type JobName, jobs } from '#lib/jobs/job.ts';
import type { Database } from '#lib/db/schema.ts';

/** Takes a job into the caller's transaction: it exists if and only if the change that caused it does. */
export type Enqueue = <N extends JobName>(
	db: Kysely<Database>,
	name: N,
	data: JobData<N>
) => Promise<void>;

export type Handlers = { [N in JobName]: (data: JobData<N>) => Promise<void> };

export interface Queue {
	enqueue: Enqueue;
	/** Starts working jobs in this process. */
	work(handlers: Handlers): Promise<void>;
	/** Lets running jobs end, then stops. */
	stop(): Promise<void>;
}

const retry = { retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 };
/** A worker that was killed falls silent; its job is taken up again after about this long. */
const heartbeat = { heartbeatSeconds: 15 };
const supervision = { superviseIntervalSeconds: 10, monitorIntervalSeconds: 10 };
/** An idle queue is looked at twice a second; a full one is worked without a pause. */
const pace = {
	pollingIntervalSeconds: 0.5,
	batchSize: 20,
	burstWhenBatchFull: true,
	heartbeatRefreshSeconds: 5,
	perJobResults: true
} as const;

/** Opens the queue that lives in the application's own database. `log` hears what went wrong, never data. */
export async function openQueue(pool: Pool, log: (line: string) => void): Promise<Queue> {
	const boss = new PgBoss({
		...supervision,
		db: { executeSql: (text, values) => pool.query(text, values) }
	});
	boss.on('error', (error) => log(`queue: ${error.message}`));
	await boss.start();
	for (const name of Object.keys(jobs)) await boss.createQueue(name, { ...retry, ...heartbeat });
	return {
		enqueue: async (db, name, data) => {
			await boss.send(name, jobs[name].parse(data), { db: inTransactionOf(db) });
		},
		work: (handlers) => work(boss, handlers, log),
		stop: () => boss.stop({ graceful: true, timeout: 10_000 })
	};
}

function inTransactionOf(db: Kysely<Database>) {
	const plain = db.withoutPlugins();
	return {
		executeSql: (text: string, values?: unknown[]) =>
			plain.executeQuery(CompiledQuery.raw(text, values ?? []))
	};
}

type Log = (line: string) => void;

async function work(boss: PgBoss, handlers: Handlers, log: Log): Promise<void> {
	await boss.schedule('tick', '* * * * *', {});
	await boss.schedule('night', '0 3 * * *', {});
	await Promise.all([
		workOne(boss, 'effect', handlers.effect, log),
		workOne(boss, 'send_mail', handlers.send_mail, log),
		workOne(boss, 'run_import', handlers.run_import, log),
		workOne(boss, 'match_book', handlers.match_book, log),
		workOne(boss, 'match_persons', handlers.match_persons, log),
		workOne(boss, 'tick', handlers.tick, log),
		workOne(boss, 'night', handlers.night, log)
	]);
}

const shapes: { [N in JobName]: z.ZodType<JobData<N>> } = jobs;

async function workOne<N extends JobName>(boss: PgBoss, name: N, handle: Handlers[N], log: Log) {
	await boss.work(name, pace, async (batch) => {
		const results: JobResult[] = [];
		for (const { id, data } of batch)
			results.push(
				await outcome(
					id,
					() => handle(shapes[name].parse(data)),
					(why) => log(`queue: a job of ${name} failed: ${why}`)
				)
			);
		return results;
	});
}

/**
 * One job's failure must not try the others of its batch again. Of an error only its name is kept and
 * said: its message may quote what people wrote.
 */
async function outcome(id: string, run: () => Promise<void>, say: Log): Promise<JobResult> {
	try {
		await run();
		return { id, status: 'completed' };
	} catch (error) {
		const name = error instanceof Error ? error.name : 'an unknown error';
		// A mail server that is away is an everyday matter, and has its own line.
		if (name !== 'MailDeferred') say(name);
		return { id, status: 'failed', output: { name } };
	}
}
