import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { openConfigured } from '../src/lib/db/open.server.ts';
import type { Database } from '../src/lib/db/schema.ts';
import { keepBooks, readKept } from '../src/lib/network/kept-books.server.ts';
import {
	catchUp,
	type LiveNetwork,
	unreadNetwork
} from '../src/lib/network/live-network.server.ts';
import { networkFolder } from '../src/lib/network/network-folder.ts';
import { usualLimits } from '../src/lib/network/network-limits.ts';
import { beginEpoch } from '../src/lib/network/network-news.server.ts';
import { openPathFinder } from '../src/lib/network/open-path-finder.server.ts';
import { median } from './measure.ts';

const { values: wish } = parseArgs({
	options: {
		contacts: { type: 'string', default: '1000000' },
		members: { type: 'string', default: '1000' },
		large: { type: 'string', default: '30000' },
		rounds: { type: 'string', default: '5' }
	}
});
const contacts = Number(wish.contacts);
const members = Number(wish.members);
const large = Number(wish.large);
const rounds = Number(wish.rounds);

const dataFolder = mkdtempSync(join(tmpdir(), 'entremise-bench-'));
chmodSync(dataFolder, 0o711);
const { db, url, close } = await openConfigured({ dataFolder, log: () => {} });
try {
	console.log(`${contacts} contacts of ${members} members, load ${loadavg()[0]?.toFixed(1)}`);
	const communityId = await fill(db);
	await beginEpoch(db, communityId);
	const folder = join(dataFolder, networkFolder);
	const live = unreadNetwork(communityId);
	await timed('read from the database', () => catchUp(db, live));
	console.log(
		`  ${live.peopled.community.graph.ties} ties, ${live.held.ids.length} persons and contacts, memory of this process ${Math.round(process.memoryUsage().rss / 1e6)} MB`
	);
	await timed('kept in a file', () =>
		keepBooks(folder, { communityId, seen: live.seen }, live.held)
	);
	const { size } = statSync(join(folder, `${communityId}.books`));
	console.log(`  the file has ${(size / 1e6).toFixed(1)} MB`);
	await timed('read from the file', () => fromFile(folder, communityId));
	for (const [name, number] of [
		['a usual member', 1],
		[`a member of ${large}`, 0]
	] as const)
		await changesOf(live, communityId, { name, number });
	await inThread(communityId);
} finally {
	await close();
	rmSync(dataFolder, { recursive: true, force: true });
}

async function fromFile(folder: string, communityId: string): Promise<void> {
	const kept = await readKept(folder, communityId);
	if (!kept) throw new Error('nothing was kept');
	await catchUp(db, unreadNetwork(communityId, kept));
}

/** How long it takes until a change of this member's is in the graph, from the commit on. */
async function changesOf(
	live: LiveNetwork,
	communityId: string,
	{ name, number }: { name: string; number: number }
): Promise<void> {
	const times: number[] = [];
	const work: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		await touch(communityId, number);
		const start = performance.now();
		const before = process.cpuUsage();
		await catchUp(db, live);
		const { user, system } = process.cpuUsage(before);
		times.push(performance.now() - start);
		work.push((user + system) / 1000);
	}
	console.log(
		`  one change of ${name}: in the graph after ${median(times).toFixed(0)} ms (${median(work).toFixed(0)} ms of this process)`
	);
}

/** As an application has it: in a thread, with the changes heard. */
async function inThread(communityId: string): Promise<void> {
	const limits = { ...usualLimits, fewContacts: 0 };
	const finder = openPathFinder({ url, dataFolder, log: console.log, limits });
	const question = {
		communityId,
		memberId: memberId(2),
		targets: [contactId(lone(large))],
		k: 5,
		maxTies: 3 as const
	};
	await timed('first answer of a thread, from the file', () => finder.paths(question));
	const quiet: number[] = [];
	for (let at = 0; at < 500; at += 1) {
		const start = performance.now();
		await finder.paths({ ...question, targets: [contactId(lone(large + 70 * at))] });
		quiet.push(performance.now() - start);
	}
	const sorted = quiet.toSorted((one, other) => one - other);
	console.log(
		`  an answer while nothing changes: ${median(quiet).toFixed(1)} ms, 99 of 100 within ${sorted[494]?.toFixed(1)} ms`
	);
	for (const [name, number] of [
		['a usual member', lone(large)],
		[`a member of ${large}`, lone(0)]
	] as const) {
		const ask = () => finder.bestOfEach({ ...question, targets: [contactId(number)], maxTies: 2 });
		const seen: number[] = [];
		for (let round = 0; round < rounds; round += 1)
			seen.push(await untilSeen(communityId, contactId(number), round % 2 === 0, ask));
		console.log(`  a change of ${name} until it is in an answer: ${median(seen).toFixed(0)} ms`);
	}
	await finder.stop();
}

/** How long it takes from the commit until an answer tells how well the owner knows this contact. */
async function untilSeen(
	communityId: string,
	contact: string,
	isSure: boolean,
	ask: () => Promise<readonly { strength: number }[]>
): Promise<number> {
	await sql`insert into strengths (community_id, contact_id, owner_id, said)
		select community_id, id, owner_id, ${isSure ? 'sure' : 'faint'} from contacts
		where community_id = ${communityId} and id = ${contact}
		on conflict (community_id, contact_id) do update set said = excluded.said`.execute(db);
	const start = performance.now();
	for (;;) {
		const [path] = await ask();
		if (path && isSure === path.strength > 0.05) return performance.now() - start;
		if (performance.now() - start > 20_000) throw new Error('the change is not seen');
	}
}

async function touch(communityId: string, number: number): Promise<void> {
	await sql`update contacts set sharing = case sharing when 'visible' then 'blind' else 'visible' end
		where community_id = ${communityId} and id = (select id from contacts
			where community_id = ${communityId} and owner_id = ${memberId(number)}
			order by id limit 1)`.execute(db);
}

/** The number of the next contact who is nobody's person, and visible. */
function lone(number: number): number {
	return number - (number % 10) + 8;
}

function memberId(number: number): string {
	return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function contactId(number: number): string {
	return `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;
}

/** Seven persons of ten contacts, most of which are visible; of a fifth something is known. */
async function fill(into: Kysely<Database>): Promise<string> {
	const { id } = await into
		.insertInto('communities')
		.values({ name: 'Alumni', kind: 'group' })
		.returning('id')
		.executeTakeFirstOrThrow();
	await sql`drop index contacts_visible, contacts_blind`.execute(into);
	await into.transaction().execute(async (trx) => {
		// What is invented is right: neither references nor triggers are needed.
		await sql`set local session_replication_role = replica`.execute(trx);
		const owner = sql`('00000000-0000-4000-8000-' || lpad((case when i < ${large} then 0
			else 1 + i % ${members - 1} end)::text, 12, '0'))::uuid`;
		const contact = sql`('00000000-0000-4000-9000-' || lpad(i::text, 12, '0'))::uuid`;
		const all = sql`generate_series(0, ${contacts - 1}) i`;
		await sql`insert into members (community_id, id, name, email, role)
			select ${id}, ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, 'Member ' || i,
				'member-' || i || '@example.org', 'member'
			from generate_series(0, ${members - 1}) i`.execute(trx);
		await sql`insert into contacts (community_id, id, owner_id, full_name, sharing)
			select ${id}, ${contact}, ${owner}, 'Contact ' || i,
				case when i % 10 = 9 then 'private' else 'visible' end from ${all}`.execute(trx);
		await sql`insert into person_contacts
				(community_id, contact_id, owner_id, shared, person_id, joined_at)
			select ${id}, ${contact}, ${owner}, true,
				md5((i * 7919::bigint % ${Math.floor(contacts * 0.7)})::text)::uuid, now()
			from ${all} where i % 10 < 8`.execute(trx);
		await sql`insert into strengths (community_id, contact_id, owner_id, told)
			select ${id}, ${contact}, ${owner}, (1 + i % 90)::real / 100 from ${all}
			where i % 5 = 0`.execute(trx);
		await sql`insert into contact_details (community_id, contact_id, kind, value, normalised)
			select ${id}, ${contact}, 'email', e.email, e.email from ${all}
			cross join lateral (select case when i % 500 = 0
				then 'member-' || (i / 500) % ${members} || '@example.org'
				else 'contact-' || i || '@example.com' end as email) e
			where i % 20 = 0`.execute(trx);
	});
	await sql`vacuum analyze`.execute(into);
	return id;
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
	const start = performance.now();
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	console.log(
		`  ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of this process)`
	);
}
