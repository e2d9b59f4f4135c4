import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type OpenDatabase, openDatabase } from '#lib/db/connect.server.ts';
import { copyDatabase, dropDatabase } from './database-server.ts';
import { freePort } from './free-port.ts';
import { type SmtpSink, smtpSink } from './smtp.ts';

/** A built application that really runs: its own process, database and mail server. */
export interface RunningApp {
	/** Where it is served, e.g. http://localhost:40123 */
	url: string;
	db: OpenDatabase['db'];
	pool: OpenDatabase['pool'];
	/** The mail server it sends to. */
	smtp: SmtpSink;
	/** Everything it said so far, on both streams. */
	output: () => string;
	process: ChildProcess;
	/** Ends it as an administrator would; answers its exit code. */
	stop: () => Promise<number | null>;
}

const given = z.object({ serverUrl: z.string(), template: z.string() });

/** Starts `entremise serve` on a free port, on an empty migrated database. Needs a build. */
export async function startApp(env: Record<string, string> = {}): Promise<RunningApp> {
	const server = given.parse(JSON.parse(process.env['JOURNEYS_DATABASE'] ?? ''));
	const databaseUrl = await copyDatabase(server);
	const smtp = await smtpSink();
	const dataFolder = mkdtempSync(join(tmpdir(), 'entremise-journey-'));
	const served = await serve({
		DATA_FOLDER: dataFolder,
		DATABASE_URL: databaseUrl,
		SMTP_URL: smtp.url,
		MAIL_DOMAIN: 'entremise.example.org',
		...env
	});
	const { db, pool, close } = openDatabase({ url: databaseUrl });
	const stop = async () => {
		const code = await end(served.process);
		await close();
		await smtp.stop();
		await dropDatabase(server.serverUrl, new URL(databaseUrl).pathname.slice(1));
		rmSync(dataFolder, { recursive: true, force: true });
		return code;
	};
	return { ...served, db, pool, smtp, stop };
}

/** Starts `entremise serve` with this environment alone and waits until it is ready. */
export async function serve(env: Record<string, string>) {
	const port = await freePort();
	const child = spawn(process.execPath, ['src/cli/entremise.ts', 'serve'], {
		env: { PATH: process.env['PATH'], PORT: String(port), ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	const ready = Promise.withResolvers<void>();
	const listen = (chunk: Buffer) => {
		said += chunk.toString();
		if (said.includes('Entremise is ready at')) ready.resolve();
	};
	child.stdout.on('data', listen);
	child.stderr.on('data', listen);
	child.on('close', (code) => ready.reject(new Error(`serve ended with ${code}:\n${said}`)));
	await ready.promise;
	return { url: `http://localhost:${port}`, process: child, output: () => said };
}

/** Asks a process to stop, and answers its exit code. */
export async function end(child: ChildProcess): Promise<number | null> {
	if (child.exitCode === null && child.signalCode === null) {
		const closed = once(child, 'close');
		child.kill('SIGTERM');
		await closed;
	}
	return child.exitCode;
}
