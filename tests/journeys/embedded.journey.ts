import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { end, serve } from '../support/app.ts';

let dataFolder: string;
const processes: ChildProcess[] = [];

async function start() {
	const served = await serve({ DATA_FOLDER: dataFolder });
	processes.push(served.process);
	return served;
}

test.beforeAll(() => {
	dataFolder = mkdtempSync(join(tmpdir(), 'entremise-journey-'));
	chmodSync(dataFolder, 0o711);
});

test.afterAll(async () => {
	await Promise.all(processes.map(end));
	rmSync(dataFolder, { recursive: true });
});

test('on the embedded database, a second application is refused, and a crash is survived', async () => {
	const first = await start();
	await expect(start()).rejects.toThrow(
		`serve ended with 1:\nAnother Entremise is already running on ${dataFolder}.`
	);
	first.process.kill('SIGKILL');
	const second = await start();
	expect((await fetch(`${second.url}/sign-in`)).ok).toBe(true);
	expect(await end(second.process)).toBe(0);
});
