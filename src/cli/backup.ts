import { resolve } from 'node:path';
import type { Kysely } from 'kysely';
import { readConfig } from '#lib/config.server.ts';
import { type Part, writeArchive } from '#lib/db/backup-archive.server.ts';
import { executedMigrations } from '#lib/db/migrate.server.ts';
import { openUnmigrated } from '#lib/db/open.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { StartRefused } from '#lib/db/start-refused.ts';
import { rowsAsJson, storedTables } from '#lib/db/tables.server.ts';
import type { Command } from './command.ts';
import { pendingJobs } from './pending-jobs.ts';

export const backup: Command = {
	summary: 'write everything to one file, while the application runs',
	usage: 'FILE',
	help: `Writes the state of one moment to FILE: every table, the jobs that wait, and the secret from
which the links in mails are derived. Keep it as safe as the data itself; only its owner may read it.
A backup of the embedded database can be restored to a PostgreSQL server, and the reverse.

Example: entremise backup ~/entremise-2027-01-31.backup`,
	words: { min: 1, max: 1 },
	run: async ({ words: [file = ''], say }) => {
		const { dataFolder, databaseUrl, secret } = readConfig(process.env);
		const opened = await openUnmigrated({ dataFolder, databaseUrl, log: say, as: 'command' });
		try {
			const rows = await writeBackup(opened.db, resolve(file), secret);
			const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
			return { ok: true, text: `Backed up ${total} rows to ${file}.`, data: { file, rows } };
		} finally {
			await opened.close();
		}
	}
};

/** Writes a backup in one read-only snapshot; answers how many rows each part has. */
async function writeBackup(db: Kysely<Database>, file: string, secret: string) {
	return db
		.transaction()
		.setIsolationLevel('repeatable read')
		.setAccessMode('read only')
		.execute(async (snapshot) => {
			const migration = (await executedMigrations(snapshot)).at(-1);
			if (!migration) throw new StartRefused('The database is empty: there is nothing to back up.');
			const madeAt = new Date().toISOString();
			return writeArchive(file, { entremise: 1, madeAt, migration, secret }, parts(snapshot));
		});
}

async function* parts(snapshot: Kysely<Database>): AsyncGenerator<Part> {
	for (const table of await storedTables(snapshot))
		yield { name: `table ${table.name}`, rows: rowsAsJson(snapshot, table) };
	yield { name: 'jobs', rows: pendingJobs(snapshot) };
}
