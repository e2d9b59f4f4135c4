import { spawn } from 'node:child_process';
import { readConfig } from '../src/lib/config.server.ts';
import { startEmbedded } from '../src/lib/db/embedded.server.ts';
import { isStartRefused } from '../src/lib/db/start-refused.ts';
import { fail, say } from './launch.mjs';

/** Serves the application with reload; the database outlives the reloads because it is held here. */
export async function develop() {
	const config = orFail(() => readConfig(process.env));
	const embedded = config.databaseUrl ? undefined : await hold(config.dataFolder);
	const vite = spawn(
		'vite',
		['dev', '--host', config.host, '--port', String(config.port), '--strictPort'],
		{
			stdio: 'inherit',
			env: { ...process.env, DATABASE_URL: config.databaseUrl ?? embedded?.url }
		}
	);
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
		process.on(signal, () => vite.kill(signal));
	vite.on('exit', async (code) => {
		await embedded?.stop();
		process.exit(code ?? 0);
	});
}

/** @param {string} dataFolder */
async function hold(dataFolder) {
	try {
		return await startEmbedded({ dataFolder, as: 'application', log: say });
	} catch (error) {
		if (isStartRefused(error)) fail(error.message);
		throw error;
	}
}

/**
 * @template T
 * @param {() => T} read
 * @returns {T}
 */
function orFail(read) {
	try {
		return read();
	} catch (error) {
		if (isStartRefused(error)) fail(error.message);
		throw error;
	}
}
