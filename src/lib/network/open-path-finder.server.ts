import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { sourceFile } from '#lib/db/source-file.server.ts';
import { networkAsked, type NetworkAsked, type NetworkStart } from '#lib/network/network-asked.ts';
import { networkFolder } from '#lib/network/network-folder.ts';
import { type NetworkLimits, usualLimits } from '#lib/network/network-limits.ts';
import type {
	FoundPath,
	FoundPaths,
	PathFinder,
	PathQuestion,
	Reached
} from '#lib/network/path-finder.ts';

/** Where the database is, where networks are kept, and who is told. */
export interface PathFinderOptions {
	url: string;
	dataFolder: string;
	/** Says one line; never a person's data. */
	log: (line: string) => void;
	limits?: NetworkLimits;
	/** The file of the thread, where it is not the usual one. */
	thread?: string;
}

const entry = 'src/lib/network/network-thread.server.ts';
/** In megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 4096 };
/** How often one question may end the thread before it is given up. */
const mostAttempts = 2;
/** In milliseconds: how long what is held may take to be kept. */
const longestStop = 15_000;

type Asking = NetworkAsked extends infer Each
	? Each extends NetworkAsked
		? Omit<Each, 'id'>
		: never
	: never;

interface Waiting {
	asked: NetworkAsked;
	attempts: number;
	resolve: (answer: unknown) => void;
	reject: (error: Error) => void;
}

const told = z.union([
	z.object({ line: z.string() }),
	z.object({ id: z.int(), error: z.string() }),
	z.object({ id: z.int(), answer: z.unknown() })
]);

/**
 * Finds paths in a thread of its own, which begins with the first question, keeps in step with what
 * any process changes in the database, and is started again when it dies.
 */
export function openPathFinder(options: PathFinderOptions): PathFinder {
	const { url, dataFolder, log, limits = usualLimits, thread } = options;
	const folder = join(dataFolder, networkFolder);
	const finder = new ThreadedFinder({ url, folder, limits }, log, thread);
	return {
		paths: (question) => finder.ask<FoundPaths>({ ask: 'paths', question: plain(question) }),
		bestOfEach: (question) =>
			finder.ask<FoundPath[]>({ ask: 'bestOfEach', question: plain(question) }),
		reach: ({ communityId, memberId }) =>
			finder.ask<Reached[]>({ ask: 'reach', question: { communityId, memberId } }),
		stop: () => finder.stop()
	};
}

function plain({ targets, spared = [], ...question }: PathQuestion) {
	return { ...question, targets: [...targets], spared: [...spared] };
}

class ThreadedFinder {
	readonly #start: NetworkStart;
	readonly #log: (line: string) => void;
	readonly #waiting = new Map<number, Waiting>();
	#thread: Worker | null = null;
	#asked = 0;
	#stopped = false;
	readonly #file: string | undefined;

	constructor(start: NetworkStart, log: (line: string) => void, file?: string) {
		this.#start = start;
		this.#log = log;
		this.#file = file;
	}

	/** The thread answers what was asked: both are of one version, and nobody else speaks to it. */
	async ask<Answer>(asking: Asking): Promise<Answer> {
		if (this.#stopped) throw new Error('Paths are not looked for any more');
		return (await this.#send(asking)) as Answer;
	}

	#send(asking: Asking): Promise<unknown> {
		this.#asked += 1;
		const asked = networkAsked.parse({ ...asking, id: this.#asked });
		return new Promise((resolve, reject) => {
			this.#waiting.set(asked.id, { asked, attempts: 1, resolve, reject });
			this.#running().postMessage(asked, []);
		});
	}

	#running(): Worker {
		if (this.#thread) return this.#thread;
		const file = this.#file ?? sourceFile(import.meta.dirname, entry);
		const thread = new Worker(file, { workerData: this.#start, resourceLimits });
		thread.on('message', (message) => this.#hear(message));
		thread.on('error', (error) =>
			this.#log(`The thread that finds paths failed: ${error.message}`)
		);
		thread.on('exit', () => this.#ended(thread));
		this.#thread = thread;
		return thread;
	}

	#hear(message: unknown): void {
		const heard = told.parse(message);
		if ('line' in heard) {
			this.#log(heard.line);
			return;
		}
		const waiting = this.#waiting.get(heard.id);
		this.#waiting.delete(heard.id);
		if ('error' in heard) waiting?.reject(new Error(heard.error));
		else waiting?.resolve(heard.answer);
	}

	/** Asks a new thread what the one that ended did not answer. */
	#ended(thread: Worker): void {
		if (this.#thread === thread) this.#thread = null;
		for (const [id, waiting] of this.#waiting) {
			if (this.#stopped || waiting.attempts >= mostAttempts) {
				this.#waiting.delete(id);
				waiting.reject(new Error('The thread that finds paths ended'));
				continue;
			}
			waiting.attempts += 1;
			this.#running().postMessage(waiting.asked, []);
		}
	}

	async stop(): Promise<void> {
		if (this.#stopped) return;
		this.#stopped = true;
		const thread = this.#thread;
		if (!thread) return;
		const late = setTimeout(() => void thread.terminate(), longestStop);
		await this.#send({ ask: 'stop' }).catch(() => {});
		clearTimeout(late);
		await thread.terminate();
	}
}
