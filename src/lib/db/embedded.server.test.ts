import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/db/connect.server.ts';
import { answers } from '#lib/db/embedded-process.server.ts';
import { type Holder, mustHold, holdDatabase } from '../../../tests/support/holder.ts';
import { scratchFolder } from '../../../tests/support/scratch.ts';

const scratch = scratchFolder();
const holders: Holder[] = [];
let folders = 0;

const freshFolder = () => join(scratch, `data-${folders++}`);

async function hold(dataFolder: string, as: 'application' | 'command' = 'application') {
	const holder = await mustHold({ dataFolder, as });
	holders.push(holder);
	return holder;
}

const remember = `create table if not exists kept (word text); insert into kept values ('kept')`;
const recall = 'select word from kept';
const kept = [{ word: 'kept' }];

const patient = { timeout: 20_000 };
const silent = (url: string) => expect.poll(() => answers(url), patient).toBe(false);

afterEach(async () => {
	await Promise.all(holders.splice(0).map((holder) => holder.stop()));
});

describe('the embedded database', () => {
	test('stops with the application and has everything at the next start', async () => {
		const dataFolder = freshFolder();
		const first = await hold(dataFolder);
		await first.ask(remember);
		await first.stop();
		expect(await answers(first.url)).toBe(false);
		const second = await hold(dataFolder);
		expect((await second.ask(recall)).rows).toEqual(kept);
	});

	test('survives a kill -9 of the application, and the next one joins it', async () => {
		const dataFolder = freshFolder();
		const first = await hold(dataFolder);
		await first.ask(remember);
		await first.kill();
		expect(await answers(first.url)).toBe(true);
		const second = await hold(dataFolder);
		expect(second.pid).toBe(first.pid);
		expect((await second.ask(recall)).rows).toEqual(kept);
		await second.stop();
		expect(await answers(first.url)).toBe(false);
	});

	test('is brought back within the running application after a kill -9 of the database', async () => {
		const holder = await hold(freshFolder());
		await holder.ask(remember);
		process.kill(holder.pid, 'SIGKILL');
		await expect.poll(() => holder.logs, patient).toContain('The database is back.');
		const { rows, pid } = await holder.ask(recall);
		expect(rows).toEqual(kept);
		expect(pid).not.toBe(holder.pid);
	});

	test('recovers after a kill -9 of both', async () => {
		const dataFolder = freshFolder();
		const first = await hold(dataFolder);
		await first.ask(remember);
		await first.kill();
		process.kill(first.pid, 'SIGKILL');
		const second = await hold(dataFolder);
		expect((await second.ask(recall)).rows).toEqual(kept);
	});

	test('starts even when the process number it left behind belongs to a stranger by now', async () => {
		const dataFolder = freshFolder();
		const first = await hold(dataFolder);
		await first.ask(remember);
		await first.kill();
		process.kill(first.pid, 'SIGKILL');
		await silent(first.url);
		const lock = join(dataFolder, 'postgres/postmaster.pid');
		const [, ...rest] = readFileSync(lock, 'utf8').split('\n');
		writeFileSync(lock, [process.pid, ...rest].join('\n'));
		const second = await hold(dataFolder);
		expect((await second.ask(recall)).rows).toEqual(kept);
	});

	test('refuses a second application on the same folder, and says what to do', async () => {
		const dataFolder = freshFolder();
		const first = await hold(dataFolder);
		expect(await holdDatabase({ dataFolder, as: 'application' })).toEqual({
			refused: `Another Entremise is already running on ${dataFolder}. Stop it first, or give this one a folder of its own with DATA_FOLDER.`
		});
		expect((await first.ask('select 1 as one')).rows).toEqual([{ one: 1 }]);
	});

	test('lets exactly one of several applications through that start at the same moment', async () => {
		const dataFolder = freshFolder();
		const all = await Promise.all(
			[1, 2, 3].map(() => holdDatabase({ dataFolder, as: 'application' }))
		);
		const through = all.flatMap((each) => ('refused' in each ? [] : [each]));
		holders.push(...through);
		expect(through).toHaveLength(1);
	});

	test('is shared by commands, and stopped by whoever leaves last', async () => {
		const dataFolder = freshFolder();
		const application = await hold(dataFolder);
		const command = await hold(dataFolder, 'command');
		expect(command.pid).toBe(application.pid);
		await application.stop();
		expect((await command.ask('select 1 as one')).rows).toEqual([{ one: 1 }]);
		await command.stop();
		expect(await answers(application.url)).toBe(false);
	});

	test('works in a folder too deep for the path of a socket, after a crash too', async () => {
		const deep = join(scratch, ...Array.from({ length: 12 }, () => 'a-rather-long-folder-name'));
		mkdirSync(deep, { recursive: true, mode: 0o711 });
		const first = await hold(join(deep, 'data'));
		const socketFolder = new URL(first.url).searchParams.get('host') ?? '';
		expect(Buffer.byteLength(socketFolder)).toBeLessThan(100);
		await first.ask(remember);
		await first.kill();
		process.kill(first.pid, 'SIGKILL');
		const second = await hold(join(deep, 'data'));
		expect((await second.ask(recall)).rows).toEqual(kept);
		await second.stop();
		expect(existsSync(socketFolder)).toBe(false);
		expect(existsSync(new URL(second.url).searchParams.get('host') ?? '')).toBe(false);
	});

	test('keeps what people wrote out of its log', async () => {
		const dataFolder = freshFolder();
		const { url } = await hold(dataFolder);
		const { pool, close } = openDatabase({ url });
		await pool.query('create table known (email text primary key)');
		const insert = () => pool.query(`insert into known values ('pierre@example.org')`);
		await insert();
		await expect(insert()).rejects.toThrow('duplicate key');
		await close();
		const log = readFileSync(join(dataFolder, 'postgres/entremise.log'), 'utf8');
		expect(log).toContain('duplicate key');
		expect(log).not.toContain('pierre@example.org');
	});
});
