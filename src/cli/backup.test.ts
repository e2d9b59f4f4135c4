import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Pool } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/db/connect.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { rowsAsJson, storedTables } from '#lib/db/tables.server.ts';
import { openQueue } from '#lib/jobs/queue.server.ts';
import { testDatabaseUrl } from '../../tests/support/database.ts';
import { entremise } from '../../tests/support/entremise.ts';
import { mustHold } from '../../tests/support/holder.ts';
import { scratchFolder } from '../../tests/support/scratch.ts';

const scratch = scratchFolder();
const secret = 'the-secret-of-the-backed-up-application';
let names = 0;

const fresh = (kind: string) => join(scratch, `${kind}-${names++}`);

/** Does something on a database and leaves no connection behind: a restore refuses a database in use. */
async function on<T>(url: string, act: (database: ReturnType<typeof openDatabase>) => Promise<T>) {
	const database = openDatabase({ url });
	try {
		return await act(database);
	} finally {
		await database.close();
	}
}

// Text, bytes, JSON, days and microseconds that a careless copy would change.
const story = `
	insert into users (id, name, email) values ('u1', E'Zoë "Z" \\\\ D’Été\n\tsuite', 'zoe@example.org');
	insert into communities (id, name, kind) values ('11111111-1111-4111-8111-111111111111', 'Alumni', 'group');
	insert into members (community_id, id, user_id, name, email, role, created_at)
		values ('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', 'u1', 'Zoë', 'zoe@example.org', 'owner', '2026-01-02 03:04:05.678901+00');
	insert into contacts (community_id, owner_id, full_name, connected_on, notes)
		select '11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', 'Person ' || n, date '1999-03-01' + n, repeat('é', n % 50)
		from generate_series(1, 3000) n;
	insert into evidence (community_id, contact_id, fact)
		select community_id, id, jsonb_build_object('what', E'a "word" \\\\ \n #', 'some_key', 1.50) from contacts limit 20;
	insert into never_again (hash, created_at) values ('\\x00ff0a0d23', '2026-01-02 03:04:05.000001+00')`;

async function filledDatabase(): Promise<string> {
	const url = await testDatabaseUrl();
	await on(url, async ({ pool, db }) => {
		await pool.query(story);
		const queue = await openQueue(pool, () => {});
		const communityId = '11111111-1111-4111-8111-111111111111';
		await queue.enqueue(db, 'send_mail', { communityId, mailId: communityId });
		await queue.stop();
	});
	return url;
}

/** Every row of every table, in one order. */
function contentOf(url: string) {
	return on(url, ({ db }) =>
		db.transaction().execute(async (snapshot) => {
			const content: Record<string, string[]> = {};
			for (const table of await storedTables(snapshot)) {
				const rows: string[] = [];
				for await (const some of rowsAsJson(snapshot, table)) rows.push(...some);
				content[table.name] = rows.toSorted();
			}
			return content;
		})
	);
}

const jobsOf = (url: string) =>
	on(url, async ({ pool }) => (await pool.query('select name, data from pgboss.job')).rows);

const emptyDatabase = () => testDatabaseUrl('bare');

describe('a backup', () => {
	let source: string;
	let file: string;
	const env = { DATA_FOLDER: fresh('data'), SECRET: secret };

	beforeAll(async () => {
		source = await filledDatabase();
		file = fresh('backup');
		const made = await entremise(['backup', file], { ...env, DATABASE_URL: source });
		expect(made).toEqual({
			code: 0,
			stdout: expect.stringMatching(/^Backed up 30\d\d rows/),
			stderr: ''
		});
	});

	test('can be read by its owner only', () => {
		expect(statSync(file).mode & 0o777).toBe(0o600);
	});

	test('never replaces an existing file', async () => {
		const again = await entremise(['backup', file], { ...env, DATABASE_URL: source });
		expect(again).toMatchObject({
			code: 1,
			stderr: `${file} exists already. Choose another name.\n`
		});
	});

	test('comes back whole on another server: every row, the waiting jobs, the secret', async () => {
		const target = await emptyDatabase();
		const DATA_FOLDER = fresh('data');
		const restored = await entremise(['restore', file, '--json'], {
			DATA_FOLDER,
			DATABASE_URL: target
		});
		expect(JSON.parse(restored.stdout)).toMatchObject({
			ok: true,
			rows: { 'table contacts': 3000, 'table evidence': 20, jobs: 1 }
		});
		expect(await contentOf(target)).toEqual(await contentOf(source));
		expect(await jobsOf(target)).toEqual(await jobsOf(source));
		expect(readFileSync(join(DATA_FOLDER, 'secret'), 'utf8')).toBe(secret);
		expect(statSync(join(DATA_FOLDER, 'secret')).mode & 0o777).toBe(0o600);
	});

	test('goes from a server to the embedded database and back again', async () => {
		const DATA_FOLDER = fresh('data');
		expect(await entremise(['restore', file], { DATA_FOLDER })).toMatchObject({ code: 0 });
		const again = fresh('backup');
		expect(await entremise(['backup', again], { DATA_FOLDER })).toMatchObject({ code: 0 });
		const target = await emptyDatabase();
		const env = { DATA_FOLDER: fresh('data'), DATABASE_URL: target };
		expect(await entremise(['restore', again], env)).toMatchObject({ code: 0 });
		expect(await contentOf(target)).toEqual(await contentOf(source));
	});

	test('puts every foreign key back', async () => {
		const target = await emptyDatabase();
		await entremise(['restore', file], { ...env, DATABASE_URL: target });
		const keys = `select conname, pg_get_constraintdef(oid) from pg_constraint where contype = 'f' order by 1, 2`;
		const keysOf = (url: string) => on(url, async ({ pool }) => (await pool.query(keys)).rows);
		expect(await keysOf(target)).toEqual(await keysOf(source));
	});

	test('is of one moment, though the application writes meanwhile', async () => {
		const busy = await filledDatabase();
		const pool = new Pool({ connectionString: busy });
		const copied = new AbortController();
		let written = 0;
		// A person and their mail always come together: a copy that sees one without the other is not of one moment.
		const writer = (async () => {
			while (!copied.signal.aborted) {
				written += 1;
				await pool.query(`with person as (
					insert into users (id, name, email) values ('w${written}', 'W', 'w${written}@example.org') returning id, created_at)
					insert into verifications (id, identifier, value, expires_at) select id, 'x', 'x', created_at from person`);
			}
		})();
		const copy = fresh('backup');
		const made = await entremise(['backup', copy, '--json'], { ...env, DATABASE_URL: busy });
		copied.abort();
		await writer;
		await pool.end();
		const { rows } = JSON.parse(made.stdout);
		expect(rows['table verifications']).toBeGreaterThan(0);
		expect(rows['table users']).toBe(rows['table verifications'] + 1);
	});

	test('can be made while the application runs on the embedded database', async () => {
		const dataFolder = fresh('data');
		const application = await mustHold({ dataFolder, as: 'application' });
		await on(application.url, async ({ db, pool }) => {
			await migrate(db);
			await pool.query(story);
		});
		const made = await entremise(['backup', fresh('backup')], { DATA_FOLDER: dataFolder });
		expect(made).toMatchObject({
			code: 0,
			stdout: expect.stringMatching(/^Backed up 30\d\d rows/)
		});
		expect((await application.ask('select 1 as one')).pid).toBe(application.pid);
		await application.stop();
	});
});

describe('a restore', () => {
	let file: string;
	let source: string;
	let filled: string;
	const env = { DATA_FOLDER: fresh('data'), SECRET: secret };

	beforeAll(async () => {
		source = await filledDatabase();
		file = fresh('backup');
		await entremise(['backup', file], { ...env, DATABASE_URL: source });
		filled = await testDatabaseUrl();
		await on(filled, ({ pool }) =>
			pool.query(`insert into users (id, name, email) values ('old', 'Old', 'old@example.org')`)
		);
	});

	test('refuses a database that is not empty, and leaves it as it was', async () => {
		const before = await contentOf(filled);
		const refused = await entremise(['restore', file], { ...env, DATABASE_URL: filled });
		expect(refused).toMatchObject({
			code: 1,
			stderr: expect.stringMatching(
				/^The database is not empty \(users has rows\)\. .*--force\.\n$/
			)
		});
		expect(await contentOf(filled)).toEqual(before);
	});

	test('replaces what is there with --force', async () => {
		const target = await filledDatabase();
		await on(target, ({ pool }) => pool.query('delete from contacts'));
		const done = await entremise(['restore', file, '--force'], { ...env, DATABASE_URL: target });
		expect(done).toMatchObject({ code: 0 });
		expect(await contentOf(target)).toEqual(await contentOf(source));
		expect(await jobsOf(target)).toHaveLength(1);
	});

	test.each([
		['cut short', (whole: Buffer) => whole.subarray(0, whole.length - 20)],
		['without its last line', (whole: Buffer) => relined(whole, (lines) => lines.slice(0, -1))],
		['with a row lost', (whole: Buffer) => relined(whole, (lines) => lines.toSpliced(100, 1))],
		[
			'with a byte changed',
			(whole: Buffer) => whole.with(whole.length >> 1, 1 ^ (whole.at(whole.length >> 1) ?? 0))
		]
	])('refuses a file %s and changes nothing, even with --force', async (_, spoil) => {
		const spoilt = fresh('backup');
		writeFileSync(spoilt, spoil(readFileSync(file)));
		const before = await contentOf(filled);
		const refused = await entremise(['restore', spoilt, '--force'], {
			...env,
			DATABASE_URL: filled
		});
		expect(refused).toMatchObject({
			code: 1,
			stderr: `${spoilt} is damaged or incomplete; nothing was changed. Use another backup.\n`
		});
		expect(await contentOf(filled)).toEqual(before);
	});

	test('refuses what is not a backup', async () => {
		const other = fresh('backup');
		writeFileSync(other, gzipSync('some other file\n'));
		const refused = await entremise(['restore', other], { ...env, DATABASE_URL: filled });
		expect(refused.stderr).toBe(
			`${other} is not a backup that this version of Entremise can read.\n`
		);
	});

	test('refuses a backup made by a newer application', async () => {
		const newer = fresh('backup');
		writeFileSync(newer, relined(readFileSync(file), later));
		const refused = await entremise(['restore', newer, '--force'], {
			...env,
			DATABASE_URL: filled
		});
		expect(refused).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('made by a newer Entremise (it has 9999-later)')
		});
	});

	test('refuses while the application runs, on a server and on the embedded database', async () => {
		const target = await testDatabaseUrl();
		await on(target, async ({ pool }) => {
			await pool.query('select 1');
			const refused = await entremise(['restore', file], { ...env, DATABASE_URL: target });
			expect(refused.stderr).toBe(
				'An Entremise is running on this database. Stop it, then restore.\n'
			);
		});
		const dataFolder = fresh('data');
		const application = await mustHold({ dataFolder, as: 'application' });
		const refused = await entremise(['restore', file], { DATA_FOLDER: dataFolder });
		expect(refused.stderr).toMatch(/^Another Entremise is already running on /);
		await application.stop();
	});
});

function later(lines: string[]): string[] {
	return lines.map((line) => line.replace(/"migration":"[^"]*"/, '"migration":"9999-later"'));
}

function relined(whole: Buffer, change: (lines: string[]) => string[]): Buffer {
	const lines = gunzipSync(whole).toString().trimEnd().split('\n');
	return gzipSync(`${change(lines).join('\n')}\n`);
}
