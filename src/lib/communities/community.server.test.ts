import { describe, expect, it } from 'vitest';
import { type Member, stranger } from '#lib/access/actor.ts';
import { changeCommunity, foundAnother, readCommunity } from '#lib/communities/community.server.ts';
import { communitiesOfAccount, memberOfAccount } from '#lib/communities/current-member.server.ts';
import { exportAccount } from '#lib/communities/export-account.server.ts';
import { belongingsOf, leaveCommunity } from '#lib/communities/leave-community.server.ts';
import { listMembers } from '#lib/communities/members.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { testAccount, testAccounts } from '../../../tests/support/accounts.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const database = await testDatabase();
const { db } = database;
const { app } = testAccounts(database);
const words = { name: 'Alumni', description: 'Of Lyon, 2004.' };

async function actorOf(userId: string, communityId: string): Promise<Member> {
	const found = await memberOfAccount(db, userId, communityId);
	if (found?.communityId !== communityId) throw new Error('no member');
	return { kind: 'member', communityId, memberId: found.memberId, role: found.role };
}

async function join(communityId: string, email: string, role: 'owner' | 'member' = 'member') {
	const { userId } = await testAccount(app, email, 'Dean Groves');
	const values = { communityId, userId, email, name: 'Dean Groves', role };
	await db.insertInto('members').values(values).execute();
	return { userId, actor: await actorOf(userId, communityId) };
}

async function contactOf({ communityId, memberId: ownerId }: Member, fullName: string) {
	const searchText = fullName.toLowerCase();
	await db.insertInto('contacts').values({ communityId, ownerId, fullName, searchText }).execute();
}

describe('a community beside another', () => {
	it('is founded with its founder as owner, personal, and its own words', async () => {
		const kathy = await testAccount(app, 'kathy@example.com');
		const communityId = await foundAnother(db, kathy.userId, words);
		const founder = await actorOf(kathy.userId, communityId);
		expect(founder.role).toBe('owner');
		expect(await communitiesOfAccount(db, kathy.userId)).toMatchObject([
			{ id: kathy.communityId },
			{ id: communityId, name: 'Alumni', kind: 'personal' }
		]);
		expect(await readCommunity(db, founder, communityId)).toEqual(words);
		for (const actor of [stranger, await actorOf(kathy.userId, kathy.communityId)])
			expect(await readCommunity(db, actor, communityId)).toBeNull();
	});

	it('shows nothing of the other: neither contacts nor members, though it is the same account', async () => {
		const anne = await testAccount(app, 'anne@example.com', 'Anne Lefort');
		const here = await actorOf(anne.userId, anne.communityId);
		const there = await actorOf(anne.userId, await foundAnother(db, anne.userId, words));
		await join(anne.communityId, 'dean@example.com');
		await contactOf(here, 'Pierre Yvon');
		expect((await listContacts(db, here, { query: 'pierre' })).contacts).toHaveLength(1);
		expect((await listContacts(db, there, { query: 'pierre' })).contacts).toEqual([]);
		expect((await listContacts(db, there)).contacts).toEqual([]);
		expect(await listMembers(db, there, there.communityId)).toHaveLength(1);
		expect(await listMembers(db, there, here.communityId)).toEqual([]);
		expect(await belongingsOf(db, there)).toMatchObject({ contacts: 0, alone: true });
		const exported = await exportAccount(db, anne.userId);
		expect(exported.communities.map(({ contacts }) => contacts.length)).toEqual([1, 0]);
	});

	it('is renamed by its owners alone, and never the demo', async () => {
		const otto = await testAccount(app, 'otto@example.com');
		const owner = await actorOf(otto.userId, otto.communityId);
		const { communityId } = owner;
		const others = (['administrator', 'adviser', 'member'] as const).map((role) => ({
			...owner,
			role
		}));
		for (const actor of [stranger, ...others])
			expect(await changeCommunity(db, actor, communityId, words)).toBe(false);
		expect(await changeCommunity(db, owner, communityId, words)).toBe(true);
		expect(await readCommunity(db, owner, communityId)).toEqual(words);
		const demo = await db
			.insertInto('communities')
			.values({ name: 'Demo', kind: 'demo' })
			.returning('id')
			.executeTakeFirstOrThrow();
		const player = { ...owner, communityId: demo.id };
		expect(await changeCommunity(db, player, demo.id, words)).toBe(false);
	});
});

describe('leaving a community', () => {
	it('erases what one holds there, says so before, and touches neither the others nor the account', async () => {
		const marie = await testAccount(app, 'marie@example.com');
		const { communityId } = marie;
		const owner = await actorOf(marie.userId, communityId);
		const paul = await join(communityId, 'paul@example.com');
		await contactOf(owner, 'Kept Person');
		await contactOf(paul.actor, 'Gone Person');
		expect(await belongingsOf(db, paul.actor)).toEqual({
			contacts: 1,
			imports: 0,
			requests: 0,
			asked: 0,
			alone: false,
			onlyOwner: false
		});
		expect(await leaveCommunity(db, paul.actor)).toEqual({ ok: true });
		const names = db
			.selectFrom('contacts')
			.select('fullName')
			.where('communityId', '=', communityId);
		expect(await names.execute()).toEqual([{ fullName: 'Kept Person' }]);
		expect(await memberOfAccount(db, paul.userId, undefined)).not.toBeNull();
		expect(await leaveCommunity(db, paul.actor)).toEqual({ ok: false, refusal: 'not_a_member' });
		expect(await leaveCommunity(db, stranger)).toEqual({ ok: false, refusal: 'not_a_member' });
	});

	it('is refused to the only owner of others until another owns it too', async () => {
		const olga = await testAccount(app, 'olga@example.com');
		const owner = await actorOf(olga.userId, olga.communityId);
		await join(olga.communityId, 'plain@example.com');
		expect(await belongingsOf(db, owner)).toMatchObject({ onlyOwner: true });
		expect(await leaveCommunity(db, owner)).toEqual({ ok: false, refusal: 'last_owner' });
		await join(olga.communityId, 'heir@example.com', 'owner');
		expect(await leaveCommunity(db, owner)).toEqual({ ok: true });
	});

	it('takes the community along with its last member, but not the book kept for a removed one', async () => {
		const rosa = await testAccount(app, 'rosa@example.com');
		const owner = await actorOf(rosa.userId, rosa.communityId);
		const gone = await join(rosa.communityId, 'gone@example.com');
		await db
			.updateTable('members')
			.set({ removedAt: new Date() })
			.where('id', '=', gone.actor.memberId)
			.execute();
		await contactOf(gone.actor, 'Still There');
		expect(await leaveCommunity(db, owner)).toEqual({ ok: true });
		const left = db.selectFrom('contacts').select('id').where('communityId', '=', rosa.communityId);
		expect(await left.execute()).toHaveLength(1);
		const last = await testAccount(app, 'last@example.com');
		await leaveCommunity(db, await actorOf(last.userId, last.communityId));
		const row = db.selectFrom('communities').select('id').where('id', '=', last.communityId);
		expect(await row.execute()).toEqual([]);
		expect(await memberOfAccount(db, last.userId, undefined)).toBeNull();
	});
});
