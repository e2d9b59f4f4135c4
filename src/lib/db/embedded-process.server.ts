import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, openSync, closeSync } from 'node:fs';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { identity } from '#lib/db/embedded-binaries.server.ts';
import { databaseEnvironment, type EmbeddedFolder } from '#lib/db/embedded-folder.server.ts';
import { StartRefused } from '#lib/db/start-refused.ts';

/** A database that runs: its process and the folder of its socket. */
export interface RunningDatabase {
	pid: number;
	socketFolder: string;
}

const port = 5432;
const socketName = `.s.PGSQL.${port}`;
// The kernel's limit for the path of a socket is 107 bytes on Linux and 103 on macOS.
const longestSocketPath = 103;
const patience = 60_000;
const vanished: ReadonlySet<unknown> = new Set(['ENOENT', 'ESRCH']);
// The last of these is what processes of a killed database say, into the same log, while they end.
const transient =
	/lock file|shared memory block|still in use|another postmaster|starting up|unexpected postmaster exit/i;

/** The URL of one database of a running PostgreSQL, over its socket. */
export function socketUrl(running: RunningDatabase, database: string): string {
	return `postgres://app@localhost/${database}?host=${encodeURIComponent(running.socketFolder)}`;
}

/** Whether a PostgreSQL answers at that URL. */
export async function answers(url: string): Promise<boolean> {
	const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
	client.on('error', () => {});
	try {
		await client.connect();
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => {});
	}
}

/**
 * Makes sure that the database of a folder runs and answers: a survivor of an earlier process is
 * kept, otherwise it is started (and recovers by itself from a crash). Several processes may call this
 * at once: PostgreSQL lets one through, the others find that one.
 */
export async function ensureRunning(
	folder: EmbeddedFolder,
	settings: Record<string, string> = {}
): Promise<RunningDatabase> {
	const deadline = performance.now() + patience;
	for (;;) {
		const running = await answering(folder.cluster);
		if (running) return running;
		dropStrangersLock(folder.cluster);
		const { gone, socketFolder } = launch(folder, settings);
		while (!gone()) {
			const started = await answering(folder.cluster);
			if (started) return started;
			await pause(15);
		}
		discardSocketFolder(socketFolder, folder.cluster);
		const said = logTail(folder.cluster);
		if (!transient.test(said) || performance.now() > deadline) throw notStarted(said);
		await pause(100);
	}
}

/** Stops a database as PostgreSQL's fast shutdown does: connections are cut, everything acknowledged is kept. */
export async function stopRunning(running: RunningDatabase, cluster: string): Promise<void> {
	signal(running.pid, 'SIGINT');
	const deadline = performance.now() + patience;
	while (existsSync(lockFile(cluster)) && isAlive(running.pid)) {
		if (performance.now() > deadline) signal(running.pid, 'SIGQUIT');
		await pause(10);
	}
	discardSocketFolder(running.socketFolder, cluster);
}

/** What PostgreSQL recorded about the process that serves (or served) a cluster. */
export function recordedProcess(cluster: string): RunningDatabase | undefined {
	const [pid = '', , , , socketFolder = ''] = readIfThere(lockFile(cluster))?.split('\n') ?? [];
	return socketFolder === '' ? undefined : { pid: Number(pid), socketFolder };
}

async function answering(cluster: string): Promise<RunningDatabase | undefined> {
	const recorded = recordedProcess(cluster);
	if (!recorded) return undefined;
	return (await answers(socketUrl(recorded, 'postgres'))) ? recorded : undefined;
}

function launch(folder: EmbeddedFolder, settings: Record<string, string>) {
	const { cluster, binaries, user } = folder;
	const socketFolder = chooseSocketFolder(folder);
	const fixed = {
		listen_addresses: '',
		timezone: 'UTC',
		log_timezone: 'UTC',
		// What people wrote must not reach a log: neither statements nor the values in details.
		log_min_error_statement: 'panic',
		log_error_verbosity: 'terse',
		// Twice the default: books of a million contacts are compared a tenth faster.
		shared_buffers: '256MB'
	};
	const options = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => [
		'-c',
		`${name}=${value}`
	]);
	// Begun anew, and written at its end by all: those of a killed database may still be ending.
	rmSync(logFile(cluster), { force: true });
	const log = openSync(logFile(cluster), 'a', 0o600);
	const child = spawn(
		join(binaries, 'bin/postgres'),
		['-D', cluster, '-k', socketFolder, '-p', String(port), ...options],
		{
			...identity(user),
			cwd: cluster,
			env: databaseEnvironment(binaries),
			stdio: ['ignore', log, log],
			// Its own session: Ctrl-C in a terminal must reach the application alone, which then stops the database.
			detached: true
		}
	);
	closeSync(log);
	let ended = false;
	child.once('exit', () => (ended = true));
	child.once('error', () => (ended = true));
	child.unref();
	return { gone: () => ended, socketFolder };
}

function chooseSocketFolder({ cluster, user }: EmbeddedFolder): string {
	if (Buffer.byteLength(join(cluster, socketName)) <= longestSocketPath) return cluster;
	const earlier = recordedProcess(cluster)?.socketFolder;
	if (earlier) discardSocketFolder(earlier, cluster);
	const folder = mkdtempSync(join(tmpdir(), 'entremise-'));
	chmodSync(folder, 0o700);
	if (user) chownSync(folder, user.uid, user.gid);
	return folder;
}

function discardSocketFolder(folder: string, cluster: string): void {
	if (folder !== cluster && dirname(folder) === tmpdir())
		rmSync(folder, { recursive: true, force: true });
}

// After a crash the recorded process number may belong to a stranger by now (always so in containers),
// and PostgreSQL would refuse to start. A process of another name is certainly not a database.
function dropStrangersLock(cluster: string): void {
	const recorded = recordedProcess(cluster);
	const name = recorded && processName(recorded.pid);
	if (name !== undefined && name !== 'postgres') rmSync(lockFile(cluster), { force: true });
}

function processName(pid: number): string | undefined {
	return readIfThere(`/proc/${pid}/comm`)?.trim();
}

// A database that ends, or gives up a start, removes its files at any moment, and its /proc entry (ESRCH).
function readIfThere(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && vanished.has(error.code)) return undefined;
		throw error;
	}
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
	if (isAlive(pid)) process.kill(pid, name);
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

const lockFile = (cluster: string) => join(cluster, 'postmaster.pid');
const logFile = (cluster: string) => join(cluster, 'entremise.log');

function logTail(cluster: string): string {
	const size = statSync(logFile(cluster), { throwIfNoEntry: false })?.size ?? 0;
	return size === 0 ? '' : readFileSync(logFile(cluster), 'utf8').slice(-4000);
}

function notStarted(said: string): StartRefused {
	const reason = said.split('\n').find((line) => line.includes('FATAL')) ?? said.trim();
	return new StartRefused(`The embedded database did not start: ${reason}`);
}
