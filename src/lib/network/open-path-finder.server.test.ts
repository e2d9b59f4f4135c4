import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import type { PathQuestion } from '#lib/network/path-finder.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { emailOf, networkVillage } from '../../../tests/support/network-village.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { testPaths } from '../../../tests/support/paths.ts';
import { shareContact } from '../../../tests/support/shared-books.ts';

const { db, url } = await testDatabase();
const finder = testPaths(url);

function to(member: Member, ...targets: string[]): PathQuestion {
	const { communityId, memberId } = member;
	return { communityId, memberId, targets, k: 10, maxTies: 3 };
}

async function peopleTo(member: Member, target: string) {
	const { first } = await finder.paths(to(member, target));
	return first.map(({ people }) => people);
}

describe('paths in a database', () => {
	it('lead over a member whom one knows to whom they show', async () => {
		const { kathy, dean, pierre } = await networkVillage(db);
		const { first, more } = await finder.paths(to(kathy, pierre));
		expect(first).toEqual([
			{
				people: [`member ${kathy.memberId}`, `member ${dean.memberId}`, pierre],
				target: pierre,
				ties: [expect.closeTo(0.1), expect.closeTo(0.1)],
				strength: expect.closeTo(0.01),
				noted: false,
				fellow: false
			}
		]);
		expect(more).toEqual([]);
	});

	it('lead to a member by the contact of one’s own that they are', async () => {
		const { kathy, dean, deanAsContact } = await networkVillage(db);
		const [path] = (await finder.paths(to(kathy, deanAsContact))).first;
		expect(path).toMatchObject({
			people: [`member ${kathy.memberId}`, `member ${dean.memberId}`],
			target: deanAsContact
		});
	});

	it('lead over a fellow of whom nothing is known', async () => {
		const { dean, pierre } = await networkVillage(db);
		const anne = await newMember(db, dean.communityId);
		const [path] = (await finder.paths(to(anne, pierre))).first;
		expect(path).toMatchObject({ fellow: true, ties: [0.1, expect.closeTo(0.1)] });
	});

	it('lead over a contact of whom one noted that they know another', async () => {
		const { kathy, communityId, pierre, sophie } = await notes();
		const [path, own, ...others] = (await finder.paths(to(kathy, pierre))).first;
		expect(own?.people).toEqual([`member ${kathy.memberId}`, pierre]);
		expect(path).toMatchObject({
			people: [`member ${kathy.memberId}`, sophie, pierre],
			noted: true,
			ties: [expect.closeTo(0.9), 0.5]
		});
		expect(others).toEqual([]);
		const anne = await newMember(db, communityId);
		expect((await finder.paths(to(anne, pierre))).first).toMatchObject([
			{ people: [expect.anything(), `member ${kathy.memberId}`, pierre], noted: false }
		]);
	});

	it('never lead over what another keeps to themself, counts only, deleted or merged', async () => {
		const { kathy, dean, pierre } = await networkVillage(db);
		const change = db.updateTable('contacts').where('id', '=', pierre);
		expect(await peopleTo(kathy, pierre)).toHaveLength(1);
		for (const sharing of ['private', 'blind'] as const) {
			await change.set({ sharing }).execute();
			expect(await peopleTo(kathy, pierre)).toEqual([]);
		}
		await change.set({ sharing: 'visible', deletedAt: new Date() }).execute();
		expect(await peopleTo(kathy, pierre)).toEqual([]);
		expect(await peopleTo(dean, pierre)).toEqual([]);
		const shown = await shareContact(db, dean, { fullName: 'Pierre Yvon' });
		await change.set({ deletedAt: null, mergedInto: shown }).execute();
		expect(await peopleTo(kathy, pierre)).toEqual([]);
		expect(await peopleTo(kathy, shown)).toHaveLength(1);
	});

	it('meet in a person whom several know, whoever keeps theirs private', async () => {
		const { kathy, dean, pierre } = await networkVillage(db);
		const mine = await shareContact(db, kathy, { fullName: 'Pierre Y', sharing: 'private' });
		const person = randomUUID();
		for (const [owner, contactId, shared] of [
			[dean, pierre, true],
			[kathy, mine, false]
		] as const)
			await db
				.insertInto('personContacts')
				.values({
					communityId: kathy.communityId,
					ownerId: owner.memberId,
					contactId,
					shared,
					personId: person,
					joinedAt: new Date()
				})
				.execute();
		expect(await peopleTo(kathy, person)).toEqual([
			[`member ${kathy.memberId}`, person],
			[`member ${kathy.memberId}`, `member ${dean.memberId}`, person]
		]);
		expect(await peopleTo(dean, person)).toEqual([[`member ${dean.memberId}`, person]]);
	});

	it('do not believe an address that nobody has proved', async () => {
		const { kathy, dean, pierre } = await networkVillage(db);
		const email = await emailOf(db, dean);
		const user = { id: randomUUID(), name: 'Dean Groves', email, emailVerified: false };
		await db.insertInto('users').values(user).execute();
		await db
			.updateTable('members')
			.set({ userId: user.id })
			.where('id', '=', dean.memberId)
			.execute();
		expect((await finder.paths(to(kathy, pierre))).first).toMatchObject([{ fellow: true }]);
		await db.updateTable('users').set({ emailVerified: true }).where('id', '=', user.id).execute();
		expect((await finder.paths(to(kathy, pierre))).first).toMatchObject([{ fellow: false }]);
	});

	it('never lead over, to, or from a member who was removed', async () => {
		const { kathy, dean, pierre } = await networkVillage(db);
		const paul = await shareContact(db, kathy, { fullName: 'Paul Zimmer' });
		await db
			.updateTable('members')
			.set({ removedAt: new Date() })
			.where('id', '=', dean.memberId)
			.execute();
		expect(await peopleTo(kathy, pierre)).toEqual([]);
		expect(await peopleTo(kathy, `member ${dean.memberId}`)).toEqual([]);
		expect(await peopleTo(dean, paul)).toEqual([]);
	});

	it('never lead into another community', async () => {
		const one = await networkVillage(db);
		const other = await networkVillage(db);
		expect(await peopleTo(one.kathy, other.pierre)).toEqual([]);
		expect(
			await peopleTo({ ...one.kathy, communityId: other.kathy.communityId }, other.pierre)
		).toEqual([]);
		const known = await finder.reach(one.kathy);
		expect(known.map(({ id }) => id)).not.toContain(other.pierre);
	});
});

/** Kathy noted that Sophie, who has no account, knows Pierre. */
async function notes() {
	const kathy = await newMember(db);
	const { communityId, memberId } = kathy;
	const sophie = await shareContact(db, kathy, { fullName: 'Sophie Lane', sharing: 'private' });
	const pierre = await shareContact(db, kathy, { fullName: 'Pierre Yvon' });
	await db
		.insertInto('strengths')
		.values({ communityId, ownerId: memberId, contactId: sophie, told: 0.2, said: 'sure' })
		.execute();
	await db
		.insertInto('acquaintances')
		.values({
			communityId,
			ownerId: memberId,
			connectorId: sophie,
			targetId: pierre,
			createdAt: new Date()
		})
		.execute();
	return { kathy, communityId, sophie, pierre };
}

it('the best path to each is found, best first, and as many as are wished for', async () => {
	const { kathy, sophie, pierre } = await notes();
	const found = await finder.bestOfEach(to(kathy, pierre, sophie, randomUUID()));
	expect(found.map(({ target }) => target)).toEqual([sophie, pierre]);
	expect(await finder.bestOfEach({ ...to(kathy, pierre, sophie), k: 1 })).toEqual(
		found.slice(0, 1)
	);
});

it('who is spared stands in the middle of no path', async () => {
	const { kathy, dean, deanAsContact, pierre } = await networkVillage(db);
	for (const spared of [[`member ${dean.memberId}`], [deanAsContact]])
		expect((await finder.paths({ ...to(kathy, pierre), spared })).first).toEqual([]);
});

it('within reach are those one knows, and those whom they show', async () => {
	const { kathy, dean, pierre } = await networkVillage(db);
	const known = await finder.reach(kathy);
	expect(known).toEqual([
		{ id: `member ${dean.memberId}`, strength: expect.closeTo(0.1), through: null },
		{ id: pierre, strength: expect.closeTo(0.01), through: `member ${dean.memberId}` }
	]);
});
