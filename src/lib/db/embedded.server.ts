import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { type EmbeddedFolder, embeddedFolder } from '#lib/db/embedded-folder.server.ts';
import {
	ensureRunning,
	recordedProcess,
	type RunningDatabase,
	socketUrl,
	stopRunning
} from '#lib/db/embedded-process.server.ts';
import { StartRefused } from '#lib/db/start-refused.ts';

/** How to run the embedded database of a data folder. */
export interface EmbeddedOptions {
	dataFolder: string;
	/** An application wants the folder for itself; a command shares it with the application. */
	as: 'application' | 'command';
	log: (line: string) => void;
	/** Called when the database was lost and could not be brought back; nothing can be done but to stop. */
	onLost?: (error: unknown) => void;
	/** PostgreSQL settings added on the command line. */
	settings?: Record<string, string>;
	/** Where programs and database go when the data folder is out of the database user's reach. */
	shared?: string;
}

/** The embedded database while it is held: it is started again should it die. */
export interface EmbeddedDatabase {
	url: string;
	/** The process number of PostgreSQL now. */
	pid: () => number;
	/** Lets go; the last holder stops the database. */
	stop: () => Promise<void>;
}

// Advisory locks, in the maintenance database: held by a connection, so a killed process cannot leave one behind.
const locks = { instance: '1701733490, 1', inUse: '1701733490, 2' };
const database = 'entremise';

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs already, and keeps it running.
 * Refuses (StartRefused): a second application on the folder, a machine no binary fits, a database that does not start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
	const folder = embeddedFolder(options.dataFolder, options.shared);
	if (dirname(folder.cluster) !== realpathSync(options.dataFolder))
		options.log(`The database lies in ${folder.cluster}, where its user can reach it.`);
	let stopping = false;
	let recovery = Promise.resolve();
	let held = await hold(folder, options);
	await createDatabase(held.client);
	const watch = () =>
		held.client.once('end', () => {
			if (!stopping) recovery = recover();
		});
	const recover = async () => {
		options.log('The database went away; starting it again.');
		try {
			held = await hold(folder, options);
			watch();
			options.log('The database is back.');
		} catch (error) {
			(options.onLost ?? giveUp(options.log))(error);
		}
	};
	watch();
	return {
		url: socketUrl(held.running, database),
		pid: () => held.running.pid,
		stop: async () => {
			stopping = true;
			await recovery;
			await release(held, folder);
		}
	};
}

interface Held {
	client: Client;
	running: RunningDatabase;
}

async function hold(folder: EmbeddedFolder, options: EmbeddedOptions): Promise<Held> {
	for (;;) {
		const running = await ensureRunning(folder, options.settings);
		const client = await connected(running);
		if (!client) continue;
		if (await locked(client, `pg_try_advisory_lock_shared(${locks.inUse})`)) {
			if (options.as === 'application') await claim(client, options);
			return { client, running };
		}
		// Its last holder is stopping it at this moment.
		await client.end();
		while (recordedProcess(folder.cluster)?.pid === running.pid) await pause(20);
	}
}

async function connected(running: RunningDatabase): Promise<Client | undefined> {
	const client = new Client({
		connectionString: socketUrl(running, 'postgres'),
		application_name: 'entremise holds the database'
	});
	client.on('error', () => {});
	try {
		await client.connect();
		return client;
	} catch {
		await client.end().catch(() => {});
		return undefined;
	}
}

// A killed application's lock goes with its connection, a moment after its death: hence the few attempts.
async function claim(client: Client, options: EmbeddedOptions): Promise<void> {
	for (let attempt = 0; attempt < 20; attempt++) {
		if (await locked(client, `pg_try_advisory_lock(${locks.instance})`)) return;
		await pause(100);
	}
	await client.end();
	throw new StartRefused(
		`Another Entremise is already running on ${options.dataFolder}. ` +
			'Stop it first, or give this one a folder of its own with DATA_FOLDER.'
	);
}

async function release({ client, running }: Held, folder: EmbeddedFolder): Promise<void> {
	try {
		await locked(client, `pg_advisory_unlock_shared(${locks.inUse})`);
		const last = await locked(client, `pg_try_advisory_lock(${locks.inUse})`);
		if (last) await stopRunning(running, folder.cluster);
	} finally {
		await client.end().catch(() => {});
	}
}

async function locked(client: Client, call: string): Promise<boolean> {
	const answer = await client.query<{ got: boolean }>(`select ${call} as got`);
	return answer.rows[0]?.got === true;
}

async function createDatabase(client: Client): Promise<void> {
	const found = await client.query('select 1 from pg_database where datname = $1', [database]);
	if (found.rowCount) return;
	await client.query(`create database ${database}`).catch((error: unknown) => {
		const duplicate = error instanceof DatabaseError && error.code === '42P04';
		// Two processes creating it at the very same moment collide on the catalogue's index instead.
		const collided = error instanceof DatabaseError && error.code === '23505';
		if (!duplicate && !collided) throw error;
	});
}

function giveUp(log: (line: string) => void) {
	return (error: unknown) => {
		log(error instanceof Error ? error.message : String(error));
		process.kill(process.pid, 'SIGTERM');
	};
}
