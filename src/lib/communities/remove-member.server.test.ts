import { describe, expect, it } from 'vitest';
import { type Member, stranger } from '#lib/access/actor.ts';
import { acceptAsAccount } from '#lib/communities/accept-invitation.server.ts';
import { communitiesOfAccount, memberOfAccount } from '#lib/communities/current-member.server.ts';
import { invite, pendingInvitations } from '#lib/communities/invitations.server.ts';
import { listMembers, listRemoved } from '#lib/communities/members.server.ts';
import { removeMember, takeBackMember } from '#lib/communities/remove-member.server.ts';
import {
	eraseLongRemoved,
	eraseRemoved,
	removedMemberships
} from '#lib/communities/removed-memberships.server.ts';
import { atOnce } from '../../../tests/support/at-once.ts';
import { testAccount, testAccounts } from '../../../tests/support/accounts.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const database = await testDatabase();
const { db } = database;
const { app } = testAccounts(database);
const now = new Date('2026-05-25T10:00:00Z');
const day = 24 * 60 * 60_000;
const later = (days: number) => new Date(now.getTime() + days * day);
let count = 0;

/** A community of its own with an owner, an administrator, Dean and Anne, who all have accounts. */
async function community() {
	count += 1;
	const founder = await testAccount(app, `owner-${count}@example.com`, 'Kathy Arnaud');
	const { communityId } = founder;
	const owner = await actorOf(founder.userId, communityId);
	const join = async (name: string, role: 'administrator' | 'member') => {
		const email = `${name}-${count}@example.com`;
		const { userId } = await testAccount(app, email, name);
		const sent = await invite(db, owner, { communityId, email, role }, now);
		if (!sent.ok) throw new Error(sent.refusal);
		await acceptAsAccount(app, sent.token, userId, now);
		return { userId, email, actor: await actorOf(userId, communityId) };
	};
	const administrator = await join('Ada', 'administrator');
	const other = await join('Alan', 'administrator');
	return { communityId, owner, administrator, other, dean: await join('Dean', 'member') };
}

async function actorOf(userId: string, communityId: string): Promise<Member> {
	const found = await memberOfAccount(db, userId, communityId);
	if (found?.communityId !== communityId) throw new Error('no member');
	const { memberId, role } = found;
	return { kind: 'member', communityId, memberId, role };
}

async function contactOf({ communityId, memberId: ownerId }: Member) {
	const values = { communityId, ownerId, fullName: 'Pierre Yvon', sharing: 'visible' as const };
	const row = db.insertInto('contacts').values(values).returning('id');
	return (await row.executeTakeFirstOrThrow()).id;
}

function contact(id: string) {
	const row = db.selectFrom('contacts').select(['sharing', 'sharingWithheld']);
	return row.where('id', '=', id).executeTakeFirst();
}

describe('removing a member', () => {
	it('is for owners, and for administrators where one administers nothing; nobody removes themself', async () => {
		const { communityId, owner, administrator, other, dean } = await community();
		const elsewhere = (await community()).owner;
		const key = (memberId: string) => ({ communityId, memberId });
		const refused = { ok: false, refusal: 'not_allowed' };
		const remove = removeMember;
		for (const actor of [stranger, elsewhere, dean.actor, other.actor]) {
			expect(await remove(db, actor, key(owner.memberId), now)).toEqual(refused);
			expect(await remove(db, actor, key(administrator.actor.memberId), now)).toEqual(refused);
		}
		for (const actor of [stranger, elsewhere, dean.actor])
			expect(await remove(db, actor, key(dean.actor.memberId), now)).toEqual(refused);
		expect(await remove(db, owner, key(owner.memberId), now)).toEqual(refused);
		expect(await remove(db, owner, key(crypto.randomUUID()), now)).toMatchObject({
			refusal: 'not_found'
		});
		expect(await listMembers(db, owner, communityId)).toHaveLength(4);
		const done = await remove(db, administrator.actor, key(dean.actor.memberId), now);
		expect(done).toMatchObject({ ok: true, told: { email: dean.email, until: later(30) } });
		expect(await remove(db, owner, key(administrator.actor.memberId), now)).toMatchObject({
			ok: true
		});
		const again = await remove(db, owner, key(dean.actor.memberId), now);
		expect(again).toEqual({ ok: false, refusal: 'not_found' });
	});

	it('takes them out of sight at once, and keeps their book as it was', async () => {
		const { communityId, owner, dean } = await community();
		const { memberId } = dean.actor;
		const id = await contactOf(dean.actor);
		await removeMember(db, owner, { communityId, memberId }, now);
		const names = (await listMembers(db, owner, communityId)).map(({ name }) => name);
		expect(names).not.toContain('Dean');
		expect(await contact(id)).toEqual({ sharing: 'private', sharingWithheld: 'visible' });
		expect(await memberOfAccount(db, dean.userId, communityId)).toBeNull();
		const own = await communitiesOfAccount(db, dean.userId);
		expect(own.map((one) => one.id)).not.toContain(communityId);
		const told = await removedMemberships(db, dean.userId);
		expect(told).toMatchObject([{ communityId, contacts: 1, until: later(30) }]);
	});

	it('can be taken back for thirty days by whoever may remove, and gives back what was shared', async () => {
		const { communityId, owner, administrator, dean } = await community();
		const key = { communityId, memberId: dean.actor.memberId };
		const id = await contactOf(dean.actor);
		const asked = { communityId, requesterId: owner.memberId, connectorEmail: dean.email };
		const request = await db
			.insertInto('requests')
			.values({ ...asked, connectorMemberId: key.memberId, reason: 'x' })
			.returning('id')
			.executeTakeFirstOrThrow();
		await removeMember(db, owner, key, now);
		expect(await emailOf(request.id)).toBe('');
		expect(await listRemoved(db, administrator.actor, communityId, later(29))).toMatchObject([
			{ id: key.memberId, name: 'Dean' }
		]);
		for (const actor of [stranger, dean.actor, (await community()).owner]) {
			expect(await listRemoved(db, actor, communityId, now)).toEqual([]);
			const refused = await takeBackMember(db, actor, key, now);
			expect(refused).toEqual({ ok: false, refusal: 'not_allowed' });
		}
		expect(await takeBackMember(db, owner, key, later(30))).toMatchObject({ ok: false });
		expect(await takeBackMember(db, administrator.actor, key, later(29))).toMatchObject({
			ok: true
		});
		expect(await contact(id)).toEqual({ sharing: 'visible', sharingWithheld: null });
		expect(await emailOf(request.id)).toBe(dean.email);
		expect(await actorOf(dean.userId, communityId)).toEqual(dean.actor);
		expect(await removedMemberships(db, dean.userId)).toEqual([]);
	});

	it('ends with the erasure of their book after thirty days, or at once when they want it', async () => {
		const { communityId, owner, dean, administrator } = await community();
		const id = await contactOf(dean.actor);
		const key = { communityId, memberId: dean.actor.memberId };
		await removeMember(db, owner, key, now);
		expect(await eraseLongRemoved(db, later(30))).toBe(0);
		expect(await contact(id)).toBeDefined();
		await eraseLongRemoved(db, later(31));
		expect(await contact(id)).toBeUndefined();
		const ada = administrator.actor.memberId;
		expect(await eraseRemoved(db, administrator.userId, communityId)).toBe(false);
		await removeMember(db, owner, { communityId, memberId: ada }, now);
		expect(await eraseRemoved(db, dean.userId, communityId)).toBe(false);
		expect(await eraseRemoved(db, administrator.userId, communityId)).toBe(true);
		expect(await removedMemberships(db, administrator.userId)).toEqual([]);
	});

	it('does not keep them from being invited back, with what was theirs', async () => {
		const { communityId, owner, dean } = await community();
		const id = await contactOf(dean.actor);
		await removeMember(db, owner, { communityId, memberId: dean.actor.memberId }, now);
		const sent = await invite(db, owner, { communityId, email: dean.email, role: 'adviser' }, now);
		if (!sent.ok) throw new Error(sent.refusal);
		expect(await acceptAsAccount(app, sent.token, dean.userId, now)).toMatchObject({ ok: true });
		expect(await actorOf(dean.userId, communityId)).toEqual({ ...dean.actor, role: 'adviser' });
		expect(await contact(id)).toMatchObject({ sharing: 'visible' });
	});

	it('of two owners who remove one another at once leaves one', async () => {
		const { communityId, owner, dean } = await community();
		await db
			.updateTable('members')
			.set({ role: 'owner' })
			.where('id', '=', dean.actor.memberId)
			.execute();
		const second: Member = { ...dean.actor, role: 'owner' };
		const both = await atOnce(database.pool, 'select 1 from members for update', [
			() => removeMember(db, owner, { communityId, memberId: second.memberId }, now),
			() => removeMember(db, second, { communityId, memberId: owner.memberId }, now)
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	});

	it('leaves their invitations open, without their name', async () => {
		const { communityId, owner, administrator } = await community();
		const wish = { communityId, email: `new-${count}@example.com`, role: 'member' as const };
		await invite(db, administrator.actor, wish, now);
		const memberId = administrator.actor.memberId;
		expect(await pendingInvitations(db, communityId, now)).toMatchObject([{ inviterName: 'Ada' }]);
		await removeMember(db, owner, { communityId, memberId }, now);
		expect(await pendingInvitations(db, communityId, now)).toMatchObject([{ inviterName: null }]);
	});
});

async function emailOf(requestId: string) {
	const row = db.selectFrom('requests').select('connectorEmail').where('id', '=', requestId);
	return (await row.executeTakeFirstOrThrow()).connectorEmail;
}
