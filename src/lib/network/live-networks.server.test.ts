import { statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { LiveNetworks } from '#lib/network/live-networks.server.ts';
import { type NetworkLimits, usualLimits } from '#lib/network/network-limits.ts';
import { forgetChanges } from '#lib/network/network-news.server.ts';
import type { PathQuestion } from '#lib/network/path-finder.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import {
	changingVillage,
	emailOf,
	type Happening,
	happenings,
	networkVillage
} from '../../../tests/support/network-village.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { testFolder } from '../../../tests/support/paths.ts';
import { shareContact } from '../../../tests/support/shared-books.ts';

const { db, prepared } = await testDatabase();

function open(limits: Partial<NetworkLimits> = {}, folder = testFolder()): LiveNetworks {
	return new LiveNetworks({
		db,
		prepared,
		folder,
		log: () => {},
		limits: { ...usualLimits, ...limits }
	});
}

function to(member: Member, ...targets: string[]): PathQuestion {
	const { communityId, memberId } = member;
	return { communityId, memberId, targets, k: 10, maxTies: 3 };
}

/** Changes something behind the back of whoever notes changes. */
async function unnoticed(change: ReturnType<typeof sql>): Promise<void> {
	await db.transaction().execute(async (trx) => {
		await sql`set local session_replication_role = replica`.execute(trx);
		await change.execute(trx);
	});
}

const strengthen = (contact: string) =>
	sql`insert into strengths (community_id, contact_id, owner_id, said)
		select community_id, id, owner_id, 'sure' from contacts where id = ${contact}
		on conflict (community_id, contact_id) do update set said = 'sure'`;

/** Compares what is kept in step with what is read anew, after each chapter. */
async function compareAfter(story: Happening[][]): Promise<void> {
	const village = await changingVillage(db);
	const live = open({ worthKeeping: 0 });
	for (const chapter of story) {
		for (const each of chapter) await village.happen(each);
		const anew = open();
		for (const member of village.members) {
			const question = to(
				member,
				...village.contacts,
				...village.persons,
				...village.members.map(({ memberId }) => `member ${memberId}`)
			);
			expect(await live.paths(question)).toEqual(await anew.paths(question));
			expect(await live.bestOfEach(question)).toEqual(await anew.bestOfEach(question));
			expect(await live.reach(member)).toEqual(await anew.reach(member));
		}
	}
}

describe('a network that is kept in step', () => {
	it('is the same as one read anew, whatever happens', async () => {
		const happening = fc.record({
			what: fc.constantFrom(...happenings),
			who: fc.nat(17),
			whom: fc.nat(8)
		});
		const story = fc.array(fc.array(happening, { maxLength: 6 }), { minLength: 1, maxLength: 5 });
		await fc.assert(fc.asyncProperty(story, compareAfter), { numRuns: 25 });
	});

	it('never tells what is private now, though others’ news may be read a moment later', async () => {
		const { kathy, dean, pierre } = await networkVillage(db);
		const anne = await newMember(db, kathy.communityId);
		const networks = open({ fewContacts: 0 });
		const question = to(kathy, pierre);
		const [path] = (await networks.paths(question)).first;
		expect(path?.people).toContain(`member ${dean.memberId}`);
		const twin = await shareContact(db, anne, { fullName: 'Pierre Yvon' });
		await sql`insert into person_contacts
				(community_id, contact_id, owner_id, shared, person_id, joined_at)
			values (${anne.communityId}, ${twin}, ${anne.memberId}, true, ${pierre}, now())`.execute(db);
		expect((await networks.paths(question)).first).toEqual([path]);
		const hide = db.updateTable('contacts').set({ sharing: 'private' });
		await hide.where('id', '=', pierre).execute();
		const left = (await networks.paths(question)).first.map(({ people }) => people[1]);
		expect(left).toEqual([`member ${anne.memberId}`]);
	});

	it('does not say any more that somebody is a member once nobody shares it', async () => {
		const { kathy, dean } = await networkVillage(db);
		const anne = await newMember(db, kathy.communityId);
		const email = await emailOf(db, anne);
		const says = await shareContact(db, kathy, { fullName: 'Anne Roy', email });
		const knows = await shareContact(db, dean, { fullName: 'A. Roy' });
		for (const [owner, id] of [
			[kathy, says],
			[dean, knows]
		] as const)
			await sql`insert into person_contacts
					(community_id, contact_id, owner_id, shared, person_id, joined_at)
				values (${kathy.communityId}, ${id}, ${owner.memberId}, true, ${says}, now())`.execute(db);
		const networks = open({ fewContacts: 0 });
		const question: PathQuestion = { ...to(dean, says), maxTies: 1 };
		const asMember = [`member ${dean.memberId}`, `member ${anne.memberId}`];
		expect((await networks.paths(question)).first[0]?.people).toEqual(asMember);
		await sql`update contacts set sharing = 'private' where id = ${says}`.execute(db);
		expect((await networks.paths(question)).first[0]?.people).toEqual([asMember[0], says]);
	});

	it('finds no paths in a community that is no more, and keeps nothing of it', async () => {
		const { kathy, pierre } = await networkVillage(db);
		const folder = testFolder();
		const networks = open({ worthKeeping: 0, quiet: 0 }, folder);
		await networks.paths(to(kathy, pierre));
		await expect.poll(() => keptAfter(networks, folder)).toHaveLength(1);
		await sql`delete from communities where id = ${kathy.communityId}`.execute(db);
		expect(await networks.paths(to(kathy, pierre))).toEqual({ first: [], more: [] });
		expect(await readdir(folder)).toEqual([]);
	});

	it.each(['stops', 'is asked about another'])(
		'keeps nothing of a community that goes while it is being kept, as it %s',
		async (why) => {
			const { kathy, pierre } = await networkVillage(db);
			const other = await networkVillage(db);
			const folder = testFolder();
			let gone: Promise<void> | null = null;
			const limits: NetworkLimits = {
				...usualLimits,
				mostContacts: 0,
				// Asked for where it begins to be kept.
				get worthKeeping() {
					gone ??= networks.drop(kathy.communityId);
					return 0;
				}
			};
			const networks = new LiveNetworks({ db, prepared, folder, log: () => {}, limits });
			await networks.paths(to(kathy, pierre));
			if (why === 'stops') await networks.stop();
			else await networks.paths(to(other.kathy, other.pierre));
			expect(gone).not.toBeNull();
			await gone;
			expect(await readdir(folder)).toEqual([]);
		}
	);

	it('is let go where others are asked about, and read again', async () => {
		const one = await networkVillage(db);
		const other = await networkVillage(db);
		const networks = open({ mostContacts: 0 });
		for (const { kathy, pierre } of [one, other, one, other])
			expect((await networks.paths(to(kathy, pierre))).first).toHaveLength(1);
	});

	it('finds nothing for what is no community', async () => {
		const { kathy, pierre } = await networkVillage(db);
		for (const communityId of ['', 'alumni', pierre])
			expect(await open().paths({ ...to(kathy, pierre), communityId })).toEqual({
				first: [],
				more: []
			});
	});
});

async function keptAfter(networks: LiveNetworks, folder: string): Promise<string[]> {
	await networks.tick();
	return readdir(folder).catch(() => []);
}

async function kept() {
	const village = await networkVillage(db);
	const folder = testFolder();
	const before = open({ worthKeeping: 0 }, folder);
	const question = to(village.kathy, village.pierre);
	const found = await before.paths(question);
	await before.stop();
	const file = join(folder, `${village.kathy.communityId}.books`);
	return { ...village, folder, question, found, file };
}
const strengthOf = async (networks: LiveNetworks, question: PathQuestion) =>
	(await networks.paths(question)).first[0]?.strength;

describe('a network that is kept for the next start', () => {
	it('answers the same, and was not read from the database', async () => {
		const { question, found, folder, pierre } = await kept();
		await unnoticed(strengthen(pierre));
		expect(await open({}, folder).paths(question)).toEqual(found);
		expect(await strengthOf(open(), question)).toBeCloseTo(0.09);
	});

	it('is for its owner’s eyes, and has nobody’s name or address', async () => {
		const { file } = await kept();
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const text = await readFile(file, 'latin1');
		expect(text).not.toMatch(/Dean|Pierre|example/);
	});

	it('learns what changed meanwhile', async () => {
		const { question, folder, pierre, dean } = await kept();
		await strengthen(pierre).execute(db);
		expect(await strengthOf(open({}, folder), question)).toBeCloseTo(0.09);
		await sql`update members set removed_at = now() where id = ${dean.memberId}`.execute(db);
		expect(await strengthOf(open({}, folder), question)).toBeUndefined();
	});

	it.each<[string, (bytes: Buffer) => Buffer]>([
		['cut', (bytes) => bytes.subarray(0, -5)],
		['rotten', (bytes) => bytes.fill(7, 40, 44)],
		['empty', () => Buffer.of()]
	])('is read anew where the file is %s', async (_, spoil) => {
		const { question, folder, file, pierre } = await kept();
		await unnoticed(strengthen(pierre));
		await writeFile(file, spoil(await readFile(file)));
		expect(await strengthOf(open({}, folder), question)).toBeCloseTo(0.09);
	});

	it('is read anew where it is another community’s, or of another life of the database', async () => {
		const { question, folder, file, pierre, kathy } = await kept();
		const other = await kept();
		await unnoticed(strengthen(pierre));
		await writeFile(file, await readFile(other.file));
		expect(await strengthOf(open({}, folder), question)).toBeCloseTo(0.09);
		await unnoticed(strengthen(other.pierre));
		await sql`update network_epochs set epoch = gen_random_uuid()`.execute(db);
		expect(await strengthOf(open({}, other.folder), other.question)).toBeCloseTo(0.09);
		expect(kathy.communityId).not.toBe(other.kathy.communityId);
	});

	it('is read anew where changes were forgotten that it had not seen', async () => {
		const { question, folder, pierre } = await kept();
		await strengthen(pierre).execute(db);
		const inAWeek = new Date(Date.now() + 7 * 24 * 60 * 60_000);
		await forgetChanges(db, inAWeek);
		const { rows } = await sql`select from network_changes`.execute(db);
		expect(rows).toEqual([]);
		expect(await strengthOf(open({}, folder), question)).toBeCloseTo(0.09);
	});

	it('is read anew when that is asked for', async () => {
		const { question, folder, pierre } = await kept();
		await unnoticed(strengthen(pierre));
		const networks = open({}, folder);
		expect(await strengthOf(networks, question)).toBeCloseTo(0.01);
		await networks.drop(question.communityId);
		expect(await strengthOf(networks, question)).toBeCloseTo(0.09);
	});

	it('goes when its community was erased while nobody asked', async () => {
		const { folder, kathy } = await kept();
		await sql`delete from communities where id = ${kathy.communityId}`.execute(db);
		await open({}, folder).forgetErased();
		expect(await readdir(folder)).toEqual([]);
	});
});
