import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Member } from '../src/lib/access/actor.ts';
import { openConfigured } from '../src/lib/db/open.server.ts';
import type { Database } from '../src/lib/db/schema.ts';
import { personsInThread } from '../src/lib/importers/run-in-thread.server.ts';
import { matchPersons } from '../src/lib/matching/match-persons.server.ts';
import { joinsOf } from '../src/lib/matching/person-joins.server.ts';
import { communityPeople } from '../src/lib/matching/community-people.server.ts';
import { questionsFor } from '../src/lib/matching/person-questions.server.ts';
import { whoIsTyped } from '../src/lib/matching/typed-person.server.ts';
import { inventMany } from '../evaluation/matching/invented-many.ts';
import { newMember } from '../tests/support/new-member.ts';
import { shareContact } from '../tests/support/shared-books.ts';
import { median } from './measure.ts';
import { type BookContact, idOf, matchAtOnce, writeContacts } from './persons-community.ts';

const { values: wish } = parseArgs({
	args: process.argv.slice(2),
	allowPositionals: true,
	options: {
		records: { type: 'string', default: '1000000' },
		import: { type: 'string', default: '30000' },
		single: { type: 'string', default: '200' },
		seed: { type: 'string', default: '1' },
		thread: { type: 'boolean', default: false }
	}
});
const records = Number(wish.records);
const imported = Number(wish.import);
const books = 12;

/** Invented contacts of twelve members; or those of a thirteenth, who knows some of the same people. */
function* contacts(whose: 'twelve' | 'thirteenth'): Generator<BookContact> {
	const every = Math.max(1, Math.floor((records + imported) / imported));
	let at = 0;
	let taken = 0;
	for (const { record, person } of inventMany(records + imported, Number(wish.seed))) {
		at += 1;
		const isTheirs = at % every === 0 && taken < imported;
		if (isTheirs) taken += 1;
		if (isTheirs !== (whose === 'thirteenth')) continue;
		const owner = isTheirs ? books : Number.parseInt(record.id, 10);
		const { maidenName: _, ...told } = record;
		yield { record: { ...told, id: idOf(`contact ${at}`) }, owner, person };
	}
}

const dataFolder = mkdtempSync(join(tmpdir(), 'entremise-bench-'));
chmodSync(dataFolder, 0o711);
const { db, url, close } = await openConfigured({ dataFolder, log: () => {} });
try {
	const watch = stopwatch();
	console.log(`${records} contacts of ${books} members, load ${loadavg()[0]?.toFixed(1)}`);
	const members = await fill(db);
	watch(`filled`);
	await importOf(db, members);
	await oneByOne(db, members);
	await typedNames(db, members);
	const [first, last] = [members[0], members[books]];
	if (first && last) {
		await screen('questions of the importer', () => questionsFor(db, last, { limit: 50 }));
		await screen('joins of the importer', () => joinsOf(db, last));
		await screen('people of the community', async () => {
			const { people } = await communityPeople(db, last, {});
			return people;
		});
		await screen(`joins of a member of ${Math.round(records / books)}`, () => joinsOf(db, first));
	}
	console.log(
		`  memory of this process at most ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`
	);
} finally {
	await close();
	rmSync(dataFolder, { recursive: true, force: true });
}

async function fill(into: Kysely<Database>): Promise<Member[]> {
	const owner = await newMember(into);
	const members = [owner];
	for (let book = 1; book <= books; book += 1)
		members.push(await newMember(into, owner.communityId));
	// Of no use to matching, and slow to fill.
	await sql`drop index contacts_visible, contacts_blind`.execute(into);
	const ids = members.map(({ memberId }) => memberId);
	await writeContacts(into, owner.communityId, ids, contacts('twelve'));
	const owners: string[] = [];
	await matchAtOnce(into, owner.communityId, recordsOf(owners, ids), (at) => owners[at] ?? '');
	await sql`vacuum analyze`.execute(into);
	await sql`checkpoint`.execute(into);
	return members;
}

function* recordsOf(owners: string[], ids: readonly string[]) {
	for (const { record, owner } of contacts('twelve')) {
		owners.push(ids[owner] ?? '');
		yield record;
	}
}

async function importOf(into: Kysely<Database>, members: readonly Member[]): Promise<void> {
	const importer = members[books];
	if (!importer) return;
	const { communityId, memberId } = importer;
	const ids = members.map((one) => one.memberId);
	await writeContacts(into, communityId, ids, contacts('thirteenth'));
	await sql`analyze contacts, contact_details`.execute(into);
	const watch = stopwatch();
	const scope = { communityId, memberId };
	if (wish.thread) await personsInThread(url, scope, new Date());
	else await matchPersons(into, scope, new Date(), { progress: tell });
	watch(`import of ${imported} matched`);
	await matchPersons(into, scope, new Date());
	watch('once more, when nothing has changed');
	await quality(into, importer);
}

function tell(done: number, all: number): void {
	if (done % 10_000 === 0) console.log(`    ${done} of ${all}`);
}

/** Of the pairs of an imported contact and another one: how many are right, and how many were found. */
async function quality(into: Kysely<Database>, { communityId, memberId }: Member): Promise<void> {
	const { rows } = await sql<{ mine: string; other: string }>`
		select mine.contact_id as mine, other.contact_id as other
		from person_contacts mine join person_contacts other
			on other.community_id = mine.community_id and other.person_id = mine.person_id
			and other.owner_id <> mine.owner_id
		where mine.community_id = ${communityId} and mine.owner_id = ${memberId}`.execute(into);
	const truth = new Map<string, string>();
	const known = new Map<string, number>();
	for (const { record, person } of contacts('twelve')) {
		truth.set(record.id, person);
		known.set(person, (known.get(person) ?? 0) + 1);
	}
	let all = 0;
	for (const { record, person } of contacts('thirteenth')) {
		truth.set(record.id, person);
		all += known.get(person) ?? 0;
	}
	const right = rows.filter(({ mine, other }) => truth.get(mine) === truth.get(other)).length;
	console.log(
		`  ${rows.length} joins: precision ${(right / rows.length).toFixed(4)}, recall ${(right / all).toFixed(4)}`
	);
}

/** Contacts that are written by hand, one after another. */
async function oneByOne(into: Kysely<Database>, members: readonly Member[]): Promise<void> {
	const times: number[] = [];
	const some = contacts('twelve');
	for (let at = 0; at < Number(wish.single); at += 1) {
		const next = some.next();
		const owner = members[(at % (books - 1)) + 1];
		if (next.done === true || !owner) break;
		const { record } = next.value;
		const contactId = await shareContact(into, owner, {
			givenName: record.givenName ?? '',
			familyName: record.familyName ?? '',
			fullName: record.fullName ?? record.familyName ?? '?',
			company: record.companies?.[0] ?? '',
			...(record.emails?.[0] === undefined ? {} : { email: record.emails[0] })
		});
		const start = performance.now();
		await matchPersons(
			into,
			{ communityId: owner.communityId, contactIds: [contactId] },
			new Date()
		);
		times.push(performance.now() - start);
	}
	const sorted = times.toSorted((one, other) => one - other);
	const late = sorted[Math.floor(0.95 * sorted.length)] ?? 0;
	console.log(
		`  one contact: ${median(times).toFixed(1)} ms, 95 of 100 within ${late.toFixed(1)} ms, at most ${(sorted.at(-1) ?? 0).toFixed(1)} ms`
	);
}

/** Names that somebody types, of people whom others have and of nobody. */
async function typedNames(into: Kysely<Database>, members: readonly Member[]): Promise<void> {
	const typist = members[books];
	if (!typist) return;
	const times: number[] = [];
	let asked = 0;
	const some = contacts('twelve');
	for (let at = 0; at < Number(wish.single); at += 1) {
		const next = some.next();
		if (next.done === true) break;
		const { givenName = '', familyName = '', companies = [] } = next.value.record;
		const company = at % 2 === 0 ? (companies[0] ?? '') : '';
		const start = performance.now();
		const people = await whoIsTyped(into, typist, {
			name: `${givenName} ${familyName}`,
			company,
			apart: []
		});
		times.push(performance.now() - start);
		if (people.length > 0) asked += 1;
	}
	const sorted = times.toSorted((one, other) => one - other);
	const late = sorted[Math.floor(0.95 * sorted.length)] ?? 0;
	console.log(
		`  one typed name: ${median(times).toFixed(1)} ms, 95 of 100 within ${late.toFixed(1)} ms, at most ${(sorted.at(-1) ?? 0).toFixed(1)} ms; ${asked} of ${times.length} asked about`
	);
}

async function screen(name: string, read: () => Promise<readonly unknown[]>): Promise<void> {
	const start = performance.now();
	const found = await read();
	console.log(`  ${name}: ${found.length} in ${(performance.now() - start).toFixed(0)} ms`);
}

function stopwatch(): (what: string) => void {
	let start = performance.now();
	let before = process.cpuUsage();
	return (what) => {
		const { user, system } = process.cpuUsage(before);
		const wall = (performance.now() - start) / 1000;
		console.log(
			`  ${what}: ${wall.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of this process)`
		);
		start = performance.now();
		before = process.cpuUsage();
	};
}
