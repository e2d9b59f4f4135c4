import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Holder, holdDatabase, mustHold } from '../../../tests/support/holder.ts';
import { copySandbox, giveTo, type Sandbox } from '../../../tests/support/sandbox.ts';
import { scratchFolder } from '../../../tests/support/scratch.ts';

const isRoot = process.getuid?.() === 0;
const scratch = scratchFolder();
const holders: Holder[] = [];
const links = z.array(z.object({ target: z.string() }));

/** An ordinary user of this machine; ourselves unless we are root. */
const ordinary = isRoot ? { uid: 65_534, gid: 65_534 } : undefined;

async function remembers(
	sandbox: Sandbox,
	held: { dataFolder: string; shared?: string },
	user = ordinary
) {
	const holder = await mustHold(
		{ as: 'application', ...held },
		{ from: sandbox.folder, execPath: sandbox.node, ...user }
	);
	holders.push(holder);
	return (await holder.ask('select 1 as one')).rows;
}

afterEach(async () => {
	await Promise.all(holders.splice(0).map((holder) => holder.stop()));
});

describe('the embedded database of an ordinary user', () => {
	let sandbox: Sandbox;
	const dataFolder = () => join(sandbox.folder, 'data');
	const postgres = () => join(sandbox.postgres, 'native/bin/postgres');

	beforeAll(() => {
		sandbox = copySandbox(join(scratch, 'ordinary'));
		if (ordinary) giveTo(sandbox.folder, ordinary);
	});

	test('runs in a private folder of their own', async () => {
		chmodSync(sandbox.folder, 0o700);
		expect(await remembers(sandbox, { dataFolder: dataFolder() })).toEqual([{ one: 1 }]);
		expect(statSync(dataFolder()).mode & 0o777).toBe(0o700);
	});

	test('runs where install scripts were forbidden: the missing links are made', async () => {
		const list = readFileSync(join(sandbox.postgres, 'native/pg-symlinks.json'), 'utf8');
		const targets = links
			.parse(JSON.parse(list))
			.map(({ target }) => join(sandbox.postgres, target));
		for (const target of targets) rmSync(target, { force: true });
		expect(await remembers(sandbox, { dataFolder: dataFolder() })).toEqual([{ one: 1 }]);
		for (const target of targets) expect(lstatSync(target).isSymbolicLink()).toBe(true);
	});

	test('says to set DATABASE_URL where its programs do not run', async () => {
		writeFileSync(postgres(), 'made for another machine');
		const how = { from: sandbox.folder, execPath: sandbox.node, ...ordinary };
		const held = { dataFolder: join(sandbox.folder, 'other'), as: 'application' } as const;
		expect(await holdDatabase(held, how)).toMatchObject({
			refused: expect.stringMatching(
				/^No embedded PostgreSQL runs on this machine .*Set DATABASE_URL to a PostgreSQL 15 or newer/
			)
		});
	});

	test('says to set DATABASE_URL where there is none for the machine', async () => {
		rmSync(sandbox.postgres, { recursive: true });
		const how = { from: sandbox.folder, execPath: sandbox.node, ...ordinary };
		const held = { dataFolder: join(sandbox.folder, 'other'), as: 'application' } as const;
		expect(await holdDatabase(held, how)).toMatchObject({
			refused: expect.stringMatching(/is not installed\)\. Set DATABASE_URL/)
		});
	});
});

describe.runIf(isRoot)('the embedded database of root', () => {
	test('runs as another user from a private home: what that user needs lies where it can be reached', async () => {
		const home = join(scratch, 'home');
		mkdirSync(home, { mode: 0o700 });
		const sandbox = copySandbox(join(home, 'entremise'));
		const held = { dataFolder: join(sandbox.folder, 'data'), shared: join(scratch, 'shared') };
		const root = { uid: 0, gid: 0 };
		expect(await remembers(sandbox, held, root)).toEqual([{ one: 1 }]);
		const published = join(held.dataFolder, 'postgres');
		expect(lstatSync(published).isSymbolicLink()).toBe(true);
		expect(statSync(published).uid).not.toBe(0);
		expect(statSync(published).mode & 0o077).toBe(0);
		await holders.splice(0)[0]?.stop();
		expect(await remembers(sandbox, held, root)).toEqual([{ one: 1 }]);
	});

	test('runs as another user in place where that user can reach it', async () => {
		const sandbox = copySandbox(join(scratch, 'reachable'));
		const held = { dataFolder: join(sandbox.folder, 'data'), shared: join(scratch, 'unused') };
		mkdirSync(held.dataFolder, { mode: 0o700 });
		expect(await remembers(sandbox, held, { uid: 0, gid: 0 })).toEqual([{ one: 1 }]);
		expect(lstatSync(join(held.dataFolder, 'postgres')).isDirectory()).toBe(true);
		expect(existsSync(held.shared)).toBe(false);
	});
});
