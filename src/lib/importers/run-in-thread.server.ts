import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

// The application is bundled and threads are not: both find the sources above them.
const entry = 'src/lib/importers/import-thread.server.ts';

/** In megabytes; a file of any size is read within it. */
const mostMemory = 512;

const running = new Set<Worker>();

/**
 * Reads a kept file in a thread of its own, so that pages stay quick meanwhile; `url` is the
 * database's. A thread that dies throws, and the job is tried again where it was.
 */
export async function runInThread(
	url: string,
	key: { communityId: string; importId: string },
	now: Date
): Promise<void> {
	const thread = new Worker(join(codeFolder(import.meta.dirname), entry), {
		workerData: { url, now, communityId: key.communityId, importId: key.importId },
		resourceLimits: { maxOldGenerationSizeMb: mostMemory }
	});
	running.add(thread);
	const [code] = await once(thread, 'exit').finally(() => running.delete(thread));
	if (code !== 0) throw new Error(`The thread that read an import ended with ${code}`);
}

/** Stops every thread where it is; what it read goes on from there at the next start. */
export async function stopThreads(): Promise<void> {
	await Promise.all([...running].map((thread) => thread.terminate()));
}

function codeFolder(from: string): string {
	if (existsSync(join(from, entry))) return from;
	if (dirname(from) === from) throw new Error(`${entry} is nowhere above the application`);
	return codeFolder(dirname(from));
}
