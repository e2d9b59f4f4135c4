import { type ChildProcess, fork, type ForkOptions } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { EmbeddedOptions } from '#lib/db/embedded.server.ts';

/** A process that holds an embedded database (see hold-database.ts), seen from the test. */
export interface Holder {
	/** PostgreSQL's process number when it was ready. */
	pid: number;
	url: string;
	/** What it logged so far. */
	logs: string[];
	/** Runs a statement there, again and again until it is answered. */
	ask: (statement: string) => Promise<{ rows: unknown[]; pid: number }>;
	/** Ends it as Ctrl-C would, and waits. */
	stop: () => Promise<void>;
	/** kill -9, and waits. */
	kill: () => Promise<void>;
}

type Held = Pick<EmbeddedOptions, 'dataFolder' | 'as'> & { shared?: string };
type Fact = {
	ready?: true;
	refused?: string;
	log?: string;
	pid: number;
	url: string;
	rows?: unknown[];
};

/** Starts a holder; answers its sentence instead when the database refused it. */
export async function holdDatabase(
	options: Held,
	how: ForkOptions & { from?: string } = {}
): Promise<Holder | { refused: string }> {
	const { from = process.cwd(), ...fromFork } = how;
	const script = join(from, 'tests/support/hold-database.ts');
	const child = fork(script, [JSON.stringify(options)], { cwd: from, execArgv: [], ...fromFork });
	const logs: string[] = [];
	child.on('message', ({ log }: Fact) => log && logs.push(log));
	const fact = await nextFact(child, (each) => each.ready === true || each.refused !== undefined);
	if (fact.refused !== undefined) return { refused: fact.refused };
	return {
		pid: fact.pid,
		url: fact.url,
		logs,
		ask: async (statement) => {
			child.send(statement);
			const { rows = [], pid } = await nextFact(child, (each) => each.rows !== undefined);
			return { rows, pid };
		},
		stop: () => end(child, 'SIGTERM'),
		kill: () => end(child, 'SIGKILL')
	};
}

/** The same where a refusal would be a failure of the test. */
export async function mustHold(...args: Parameters<typeof holdDatabase>): Promise<Holder> {
	const holder = await holdDatabase(...args);
	if ('refused' in holder) throw new Error(holder.refused);
	return holder;
}

function nextFact(child: ChildProcess, wanted: (fact: Fact) => boolean): Promise<Fact> {
	return new Promise((resolve, reject) => {
		const onExit = (code: number | null) => reject(new Error(`The holder ended with ${code}.`));
		const onMessage = (fact: Fact) => {
			if (!wanted(fact)) return;
			child.off('message', onMessage).off('exit', onExit);
			resolve(fact);
		};
		child.on('message', onMessage).on('exit', onExit).once('error', reject);
	});
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill(signal);
	await ended;
}
