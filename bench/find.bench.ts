import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { openDatabase } from '../src/lib/db/connect.server.ts';
import type { Database } from '../src/lib/db/schema.ts';
import { inventMany } from '../evaluation/matching/invented-many.ts';
import { end, serve } from '../tests/support/app.ts';
import { copyDatabase, startDatabaseServer } from '../tests/support/database-server.ts';
import { newMember } from '../tests/support/new-member.ts';
import { BareClient } from './bare-client.ts';
import { median } from './measure.ts';
import { type BookContact, idOf, matchAtOnce, writeContacts } from './persons-community.ts';

const { values: wish } = parseArgs({
	options: {
		contacts: { type: 'string', default: '30000' },
		members: { type: 'string', default: '60' },
		requests: { type: 'string', default: '3000' },
		connections: { type: 'string', default: '8' }
	}
});
const count = Number(wish.contacts);
const books = Number(wish.members);

const server = await startDatabaseServer();
const databaseUrl = await copyDatabase(server);
const dataFolder = mkdtempSync(join(tmpdir(), 'entremise-bench-'));
const served = await serve({ DATA_FOLDER: dataFolder, DATABASE_URL: databaseUrl });
const { db, close } = openDatabase({ url: databaseUrl });
try {
	const cookie = await signUp();
	await fill(db);
	const targets = await somePeople(db);
	console.log(`${books} members, ${count} contacts, load ${loadavg()[0]?.toFixed(1)}`);
	await measure('who asks', cookie, () => '/find/reach/__data.json?x-sveltekit-invalidated=000');
	await measure('the frame of a screen', cookie, () => '/contacts/new/__data.json');
	await measure(
		'paths to one person',
		cookie,
		(at) => `/find/${targets[at % targets.length]}/__data.json?x-sveltekit-invalidated=001`
	);
} finally {
	await close();
	await end(served.process);
	await server.stop();
	rmSync(dataFolder, { recursive: true, force: true });
}

async function signUp(): Promise<string> {
	const person = {
		name: 'Kathy Arnaud',
		email: 'kathy@example.com',
		password: 'a quiet long word'
	};
	const answer = await fetch(`${served.url}/sign-up`, {
		method: 'POST',
		headers: { origin: served.url },
		body: new URLSearchParams(person),
		redirect: 'manual'
	});
	return answer.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
}

/** Books of one population, of which the one who asks has the first. */
async function fill(into: Kysely<Database>): Promise<void> {
	const { id, communityId } = await into
		.selectFrom('members')
		.select(['id', 'communityId'])
		.where('email', '=', 'kathy@example.com')
		.executeTakeFirstOrThrow();
	const members = [id];
	while (members.length < books) members.push((await newMember(into, communityId)).memberId);
	await writeContacts(into, communityId, members, contacts());
	const owners = [...contacts()].map(({ owner }) => members[owner] ?? '');
	const records = [...contacts()].map(({ record }) => record);
	await matchAtOnce(into, communityId, records, (at) => owners[at] ?? '');
	await sql`insert into strengths (community_id, contact_id, owner_id, told)
		select community_id, id, owner_id, 0.05 + 0.9 * (hashtext(id::text) & 1023) / 1024
		from contacts`.execute(into);
	await sql`vacuum analyze`.execute(into);
}

function* contacts(): Generator<BookContact> {
	let at = 0;
	for (const { record, person } of inventMany(count, 1)) {
		const { maidenName: _, ...told } = record;
		yield { record: { ...told, id: idOf(`contact ${at}`) }, owner: at % books, person };
		at += 1;
	}
}

async function somePeople(from: Kysely<Database>): Promise<string[]> {
	const rows = await from.selectFrom('contacts').select('id').orderBy('id').limit(500).execute();
	return rows.map(({ id }) => id);
}

/** On as many connections, each asking again as soon as it has its answer; first as often to warm up. */
async function measure(name: string, cookie: string, path: (at: number) => string): Promise<void> {
	const clients = Array.from(
		{ length: Number(wish.connections) },
		() => new BareClient(served.url, cookie)
	);
	await inTurn(clients, path);
	const began = performance.now();
	const times = await inTurn(clients, path);
	const seconds = (performance.now() - began) / 1000;
	for (const client of clients) client.close();
	const p99 = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0;
	console.log(
		`  ${name.padEnd(28)} ${Math.round(times.length / seconds)} requests/s, ` +
			`p50 ${median(times).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
	);
}

async function inTurn(
	clients: readonly BareClient[],
	path: (at: number) => string
): Promise<number[]> {
	const times: number[] = [];
	let next = 0;
	const work = async (client: BareClient) => {
		while (next < Number(wish.requests)) {
			const [at, began] = [next, performance.now()];
			next += 1;
			await client.ask(path(at));
			times.push(performance.now() - began);
		}
	};
	await Promise.all(clients.map(work));
	return times;
}
