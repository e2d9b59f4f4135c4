import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { sourceFile } from '#lib/db/source-file.server.ts';
import type { PersonScope } from '#lib/matching/match-persons.server.ts';
import type { Book } from '#lib/people/book.ts';

const entries = {
	import: 'src/lib/importers/import-thread.server.ts',
	match: 'src/lib/importers/match-thread.server.ts',
	persons: 'src/lib/importers/persons-thread.server.ts'
} as const;

/** In megabytes; a file of any size is read within it. */
const mostMemory = 512;
/** What lives shortly is cleared often, so that a file of any size leaves little behind. */
const mostYoung = 48;

const running = new Set<Worker>();

/**
 * Reads a kept file in a thread of its own, so that pages stay quick meanwhile; `url` is the
 * database's. A thread that dies throws, and the job is tried again where it was.
 */
export function runInThread(
	url: string,
	{ communityId, importId }: { communityId: string; importId: string },
	now: Date
): Promise<void> {
	return run(entries.import, { url, now, communityId, importId });
}

/** Finds who stands twice in a book, or whether one contact of it does, likewise. */
export function matchInThread(
	url: string,
	book: Book,
	contactId: string | undefined,
	now: Date
): Promise<void> {
	return run(entries.match, { url, now, ...book, contactId });
}

/** Finds who in a member's book, or of those that are due, is whom in others' books, likewise. */
export function personsInThread(url: string, scope: PersonScope, now: Date): Promise<void> {
	return run(entries.persons, { url, now, ...scope });
}

async function run(entry: string, workerData: object): Promise<void> {
	const thread = new Worker(sourceFile(import.meta.dirname, entry), {
		workerData,
		resourceLimits: { maxOldGenerationSizeMb: mostMemory, maxYoungGenerationSizeMb: mostYoung }
	});
	running.add(thread);
	const [code] = await once(thread, 'exit').finally(() => running.delete(thread));
	if (code !== 0) throw new Error(`A thread of ${entry} ended with ${code}`);
}

/** Stops every thread where it is; what it read goes on from there at the next start. */
export async function stopThreads(): Promise<void> {
	await Promise.all([...running].map((thread) => thread.terminate()));
}
