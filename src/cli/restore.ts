import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { type Config, readConfig } from '#lib/config.server.ts';
import { type Archive, readArchive } from '#lib/db/backup-archive.server.ts';
import { isKnownMigration, migrate } from '#lib/db/migrate.server.ts';
import { type ConfiguredDatabase, openUnmigrated } from '#lib/db/open.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { StartRefused } from '#lib/db/start-refused.ts';
import {
	insertJsonRows,
	query,
	quoted,
	storedTables,
	withoutForeignKeys
} from '#lib/db/tables.server.ts';
import { type Enqueue, openQueue } from '#lib/jobs/queue.server.ts';
import { replaceSecret } from '#lib/kept-secret.server.ts';
import type { Command } from './command.ts';
import { clearJobs, resumeJobs } from './pending-jobs.ts';

export const restore: Command = {
	summary: 'put a backup back, into an empty database',
	usage: 'FILE [--force]',
	help: `Puts everything in FILE back, or nothing at all when something is wrong with it. The application
must be stopped. A database which already holds accounts or contacts is refused.

  --force   erase what the database holds and put the backup in its place

Example: entremise restore ~/entremise-2027-01-31.backup`,
	options: { force: { type: 'boolean', default: false } },
	words: { min: 1, max: 1 },
	run: async ({ words: [file = ''], options, say }) => {
		const config = readConfig(process.env);
		const archive = await readArchive(resolve(file));
		refuseNewer(archive);
		const opened = await openUnmigrated({ ...config, log: say, as: 'application' });
		try {
			await refuseRunning(opened);
			if (options['force'] !== true) await refuseFilled(opened.db);
			const rows = await putBack(opened, archive, say);
			replaceSecret(config.dataFolder, archive.manifest.secret);
			const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
			warnOfSecret(config, archive, say);
			return { ok: true, text: `Restored ${total} rows from ${file}.`, data: { file, rows } };
		} finally {
			await opened.close();
		}
	}
};

function refuseNewer({ manifest: { migration } }: Archive): void {
	if (isKnownMigration(migration)) return;
	throw new StartRefused(
		`This backup was made by a newer Entremise (it has ${migration}). Update the application, then restore.`
	);
}

// On the embedded database, the folder's lock has refused it already. Connections of an application that
// has just stopped linger for a moment: hence the few attempts.
async function refuseRunning({ db, mode }: ConfiguredDatabase): Promise<void> {
	if (mode === 'embedded') return;
	for (let attempt = 0; attempt < 20; attempt++) {
		if (!(await isInUse(db))) return;
		await pause(100);
	}
	throw new StartRefused('An Entremise is running on this database. Stop it, then restore.');
}

async function isInUse(db: Kysely<Database>): Promise<boolean> {
	const others = await query(
		db,
		`select 1 from pg_stat_activity where datname = current_database()
		and application_name = 'entremise' and pid <> pg_backend_pid()`
	);
	return others.length > 0;
}

async function refuseFilled(db: Kysely<Database>): Promise<void> {
	const tables = await storedTables(db);
	for (const { name } of tables) {
		// The row of the server itself comes with the schema.
		const own = name === 'communities' ? `where kind <> 'server'` : '';
		const rows = await query(db, `select 1 from public.${quoted(name)} ${own} limit 1`);
		if (rows.length === 0) continue;
		throw new StartRefused(
			`The database is not empty (${name} has rows). Restore into an empty one, or erase this one with --force.`
		);
	}
}

async function putBack(
	{ db, pool }: ConfiguredDatabase,
	archive: Archive,
	say: (line: string) => void
): Promise<Record<string, number>> {
	const queue = await openQueue(pool, say);
	try {
		return await db.transaction().execute(async (whole) => {
			await dropTables(whole);
			await clearJobs(whole);
			await migrate(whole, undefined, archive.manifest.migration);
			const rows = await fill(whole, archive, queue.enqueue);
			await migrate(whole);
			return rows;
		});
	} finally {
		await queue.stop();
	}
}

async function dropTables(whole: Kysely<Database>): Promise<void> {
	const tables = await query<{ name: string }>(
		whole,
		`select tablename as name from pg_tables where schemaname = 'public'`
	);
	for (const { name } of tables) await query(whole, `drop table public.${quoted(name)} cascade`);
}

async function fill(whole: Kysely<Database>, archive: Archive, enqueue: Enqueue) {
	const tables = await storedTables(whole);
	const rows: Record<string, number> = {};
	await withoutForeignKeys(whole, async () => {
		// The rows that the migrations put there are in the backup too.
		for (const { name } of tables) await query(whole, `delete from public.${quoted(name)}`);
		for await (const { part, lines } of archive.rows) {
			const table = tables.find(({ name }) => part === `table ${name}`);
			if (table) await insertJsonRows(whole, table, lines);
			else if (part === 'jobs') await resumeJobs(whole, enqueue, lines);
			else throw new StartRefused(`This backup has a part that is not known here: ${part}.`);
			rows[part] = (rows[part] ?? 0) + lines.length;
		}
	});
	return rows;
}

function warnOfSecret(
	{ secret, dataFolder }: Config,
	{ manifest }: Archive,
	say: (line: string) => void
) {
	if (!process.env['SECRET'] || secret === manifest.secret) return;
	say(
		`SECRET is set to another value than the backup's. Unset it (the backup's is in ${dataFolder}/secret), ` +
			'or the links already sent by mail stop working.'
	);
}
