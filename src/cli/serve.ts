import type { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Config, readConfig } from '#lib/config.server.ts';
import { StartRefused } from '#lib/db/start-refused.ts';
import type { Command } from './command.ts';
import { finish, type Handler, listen, publicServer, trustedHeaders } from './http-server.ts';

const builtHere = join(import.meta.dirname, '../../build/handler.js');

export const serve: Command = {
	summary: 'serve the application until it is asked to stop',
	usage: '',
	help: 'Serves the built application; npm start builds it first. Configuration: docs/configuration.md.\nCtrl-C (or SIGTERM) lets requests and jobs end, then stops.',
	words: { min: 0, max: 0 },
	run: async () => {
		const stopAsked = untilAskedToStop();
		const config = readConfig(process.env);
		const server = publicServer(config, await builtApplication());
		try {
			await listen(server, config);
			console.log(`Entremise is ready at ${config.publicUrl}${where(config)}`);
			await stopAsked;
		} finally {
			await finish(server);
			await shutDown();
		}
		return { ok: true, text: 'Entremise has stopped.' };
	}
};

// The address people type need not be the one we listen on, behind a proxy.
function where({ publicUrl, host, port }: Config): string {
	const own = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname);
	return own ? '' : ` (listening on ${host} port ${port})`;
}

// Importing the handler starts the application: database, migrations, jobs.
async function builtApplication(): Promise<Handler> {
	if (!existsSync(builtHere))
		throw new StartRefused(
			'The application is not built yet. Run npm start, which builds it first.'
		);
	Object.assign(process.env, trustedHeaders);
	// Imported files are uploaded whole.
	process.env['BODY_SIZE_LIMIT'] ??= '64M';
	const built: { handler: Handler } = await import(pathToFileURL(builtHere).href);
	return built.handler;
}

// The listener stays, so that a second Ctrl-C does not cut the stop short.
function untilAskedToStop(): Promise<void> {
	const asked = Promise.withResolvers<void>();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => asked.resolve());
	return asked.promise;
}

// SvelteKit's own server emits this event and does not wait for those who listen; we must, or jobs would be cut off.
async function shutDown(): Promise<void> {
	const emitter: EventEmitter = process;
	const listeners = emitter.listeners('sveltekit:shutdown');
	await Promise.all(listeners.map(async (listener) => listener('SIGTERM')));
}
