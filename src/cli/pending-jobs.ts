import type { Kysely } from 'kysely';
import { z } from 'zod';
import { query } from '#lib/db/tables.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { type JobName, jobs } from '#lib/jobs/job.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';

const jobLine = z.object({ name: z.string(), data: z.unknown() });

type Resume = (db: Kysely<Database>, enqueue: Enqueue, data: unknown) => Promise<void>;

// All kinds but those the clock makes anew.
const resume: Record<Exclude<JobName, 'tick' | 'night'>, Resume> = {
	effect: (db, enqueue, data) => enqueue(db, 'effect', jobs.effect.parse(data)),
	send_mail: (db, enqueue, data) => enqueue(db, 'send_mail', jobs.send_mail.parse(data)),
	run_import: (db, enqueue, data) => enqueue(db, 'run_import', jobs.run_import.parse(data)),
	match_book: (db, enqueue, data) => enqueue(db, 'match_book', jobs.match_book.parse(data)),
	match_persons: (db, enqueue, data) => enqueue(db, 'match_persons', jobs.match_persons.parse(data))
};

/** The jobs that wait or are under way, a line of JSON each; those the clock makes anew are left out. */
export async function* pendingJobs(db: Kysely<Database>): AsyncGenerator<string[]> {
	const [found] = await query<{ job: string | null }>(
		db,
		`select to_regclass('pgboss.job') as job`
	);
	if (!found?.job) return;
	const rows = await query<{ line: string }>(
		db,
		`select json_build_object('name', name, 'data', data)::text as line from pgboss.job
		where state in ('created', 'retry', 'active') and name = any($1) order by created_on`,
		[Object.keys(resume)]
	);
	yield rows.map((row) => row.line);
}

/** Forgets every job there is. */
export async function clearJobs(db: Kysely<Database>): Promise<void> {
	await query(db, 'delete from pgboss.job');
}

/** Takes jobs from a backup up again, in the caller's transaction. */
export async function resumeJobs(db: Kysely<Database>, enqueue: Enqueue, lines: string[]) {
	for (const line of lines) {
		const { name, data } = jobLine.parse(JSON.parse(line));
		if (isResumable(name)) await resume[name](db, enqueue, data);
	}
}

function isResumable(name: string): name is keyof typeof resume {
	return Object.hasOwn(resume, name);
}
