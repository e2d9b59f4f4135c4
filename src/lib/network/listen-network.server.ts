import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** What is heard: a community in which something changed, or that is to be read anew. */
export type NetworkHeard = { what: 'changed' | 'rebuild'; communityId: string };

/** In milliseconds. */
const betweenAttempts = 1000;

/**
 * Tells what any process changes, on a connection of its own, which is opened again whenever it
 * breaks; meanwhile nothing is heard. Ends when `ended` does.
 */
export async function listenToNetwork(
	url: string,
	heard: (news: NetworkHeard) => void,
	ended: AbortSignal
): Promise<void> {
	while (!ended.aborted) {
		await listenOnce(url, heard, ended).catch(() => {});
		if (!ended.aborted) await pause(betweenAttempts, undefined, { signal: ended }).catch(() => {});
	}
}

async function listenOnce(
	url: string,
	heard: (news: NetworkHeard) => void,
	ended: AbortSignal
): Promise<void> {
	const client = new Client({ connectionString: url, application_name: 'entremise' });
	const broken = Promise.withResolvers<void>();
	client.on('error', () => broken.resolve());
	client.on('end', () => broken.resolve());
	client.on('notification', ({ channel, payload = '' }) =>
		heard({ what: channel === 'network' ? 'changed' : 'rebuild', communityId: payload })
	);
	const stop = () => broken.resolve();
	ended.addEventListener('abort', stop, { once: true });
	try {
		await client.connect();
		await client.query('listen network; listen network_rebuild');
		await broken.promise;
	} finally {
		ended.removeEventListener('abort', stop);
		await client.end().catch(() => {});
	}
}
