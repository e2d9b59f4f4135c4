import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { openConfigured } from '#lib/db/open.server.ts';
import { keptSecret } from '#lib/kept-secret.server.ts';
import { type Waiting, waitingAsks } from '../support/asks.ts';
import { end, serve } from '../support/app.ts';

const kills = 20;
const DATA_FOLDER = mkdtempSync(join(tmpdir(), 'entremise-kills-'));
const database = { dataFolder: DATA_FOLDER, log: () => {}, as: 'command' as const };

test('acknowledged answers survive 20 kills of application and database: none lost, none doubled', async () => {
	test.setTimeout(300_000);
	const waiting = await prepare(600);
	const acknowledged = await answerThroughKills(waiting);
	expect(acknowledged.size).toBeGreaterThan(kills);
	const running = await serve({ DATA_FOLDER, DEMO: 'off' });
	await judge(acknowledged);
	await end(running.process);
	rmSync(DATA_FOLDER, { recursive: true, force: true });
});

async function prepare(count: number): Promise<Waiting[]> {
	const { db, pool, close } = await openConfigured(database);
	const server = { secret: keptSecret(DATA_FOLDER), publicUrl: 'http://entremise.invalid' };
	const waiting = await waitingAsks({ db, pool }, server, count);
	await close();
	return waiting;
}

/** Targets answer one after the other, four at a time, while everything is killed under them. */
async function answerThroughKills(waiting: Waiting[]): Promise<Set<string>> {
	const acknowledged = new Set<string>();
	let running = await serve({ DATA_FOLDER, DEMO: 'off' });
	const left = [...waiting];
	const round = { killed: 0 };
	const people = Array.from({ length: 4 }, async () => {
		for (let one = left.shift(); one && round.killed < kills; one = left.shift()) {
			if (await answer(() => running.url, one)) acknowledged.add(one.introductionId);
		}
	});
	while (round.killed < kills) {
		const enough = acknowledged.size + 2;
		const moved = () => acknowledged.size >= enough || left.length === 0;
		await expect.poll(moved, { timeout: 60_000 }).toBe(true);
		// In turn: both, the application alone, the database alone.
		if (round.killed % 3 !== 1) killDatabase();
		if (round.killed % 3 !== 2) {
			await killApplication(running.process);
			running = await serve({ DATA_FOLDER, DEMO: 'off' });
		}
		round.killed += 1;
	}
	await Promise.all(people);
	await end(running.process);
	return acknowledged;
}

/**
 * One press of the button. What is not answered by a redirect was not acknowledged, and is not pressed
 * again; where nobody listens nothing was pressed.
 */
async function answer(url: () => string, { introductionId, page }: Waiting): Promise<boolean> {
	for (;;) {
		try {
			const response = await fetch(`${url()}${new URL(page).pathname}`, {
				method: 'POST',
				redirect: 'manual',
				headers: { origin: url(), accept: 'text/html' },
				body: new URLSearchParams({ answer: 'agree', email: `${introductionId}@example.org` })
			});
			if (response.status === 303) return true;
			// The next person does not come in the same instant.
			await pause(300);
			return false;
		} catch (error) {
			if (!(error instanceof Error) || !isRefused(error.cause)) return false;
			await pause(20);
		}
	}
}

function isRefused(cause: unknown): boolean {
	return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}

function killDatabase(): void {
	const [pid] = readFileSync(join(DATA_FOLDER, 'postgres/postmaster.pid'), 'utf8').split('\n');
	process.kill(Number(pid), 'SIGKILL');
}

async function killApplication(child: ChildProcess): Promise<void> {
	const closed = once(child, 'close');
	child.kill('SIGKILL');
	await closed;
}

async function judge(acknowledged: Set<string>): Promise<void> {
	const { db, close } = await openConfigured(database);
	const agreed = await db
		.selectFrom('introductions')
		.select('id')
		.where('state', '=', 'agreed')
		.execute();
	const kept = new Set(agreed.map((row) => row.id));
	expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
	const releases = await db.selectFrom('releases').selectAll().execute();
	expect(releases.map((row) => row.introductionId).toSorted()).toEqual([...kept].toSorted());
	expect(releases.every((row) => row.value === `${row.introductionId}@example.org`)).toBe(true);
	const told = await db
		.selectFrom('history')
		.select('introductionId')
		.where('toState', '=', 'agreed')
		.execute();
	expect(told.map((row) => row.introductionId).toSorted()).toEqual([...kept].toSorted());
	const notices = async () => {
		const mails = await db
			.selectFrom('mails')
			.select('introductionId')
			.where('cause', 'like', 'tell_requester_of_yes:%')
			.execute();
		return mails.map((row) => row.introductionId).toSorted();
	};
	// Every answer's news reaches the outbox once, by the job that was committed with it.
	await expect.poll(notices, { timeout: 60_000 }).toEqual([...kept].toSorted());
	await close();
}
