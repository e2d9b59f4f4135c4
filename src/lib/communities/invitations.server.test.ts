import { describe, expect, it } from 'vitest';
import { type Actor, stranger, system } from '#lib/access/actor.ts';
import { acceptAsAccount, acceptAsNew } from '#lib/communities/accept-invitation.server.ts';
import { memberOfAccount } from '#lib/communities/current-member.server.ts';
import { asMailed, newInvitationToken } from '#lib/communities/invitation-token.server.ts';
import {
	invite,
	type InvitedRole,
	openInvitation,
	pendingInvitations,
	revokeInvitation
} from '#lib/communities/invitations.server.ts';
import { changeRole, listMembers } from '#lib/communities/members.server.ts';
import { atOnce } from '../../../tests/support/at-once.ts';
import { goodPassword, testAccount, testAccounts } from '../../../tests/support/accounts.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const database = await testDatabase();
const { db } = database;
const { app } = testAccounts(database);
const { secret } = app.config;
const now = new Date('2026-05-25T10:00:00Z');
const later = new Date('2026-06-09T10:00:00Z');
const draft = { name: 'Dean Groves', password: goodPassword, locale: 'en' as const };

async function ownerOf(email: string): Promise<Actor & { kind: 'member' }> {
	const { userId } = await testAccount(app, email);
	const member = await memberOfAccount(db, userId, undefined);
	if (!member) throw new Error('no member');
	const { communityId, memberId } = member;
	return { kind: 'member', communityId, memberId, role: 'owner' };
}

const kathy = await ownerOf('kathy@example.com');
const { communityId } = kathy;

async function invited(email: string, role: InvitedRole = 'member') {
	const answer = await invite(db, kathy, { communityId, email, role }, now);
	if (!answer.ok) throw new Error(answer.refusal);
	return answer;
}

describe('inviting', () => {
	it('is for owners and administrators of that community, and no one else', async () => {
		const wish = { communityId, email: 'x@example.com', role: 'member' as const };
		const other = await ownerOf('other@example.com');
		const refused: Actor[] = [stranger, other, { ...kathy, role: 'member' }];
		for (const actor of refused) {
			expect(await invite(db, actor, wish, now)).toEqual({ ok: false, refusal: 'not_allowed' });
		}
		expect(await pendingInvitations(db, communityId, now)).toEqual([]);
		const allowed = await invite(db, { ...kathy, role: 'administrator' }, wish, now);
		expect(allowed.ok).toBe(true);
	});

	it('refuses who is a member already', async () => {
		const wish = { communityId, email: 'kathy@example.com', role: 'member' as const };
		const refused = await invite(db, system, wish, now);
		expect(refused).toEqual({ ok: false, refusal: 'already_member' });
	});

	it('does not happen in the demo', async () => {
		const demo = await db
			.insertInto('communities')
			.values({ name: 'Demo', kind: 'demo' })
			.returning('id')
			.executeTakeFirstOrThrow();
		const wish = { communityId: demo.id, email: 'x@example.com', role: 'member' as const };
		const owner: Actor = { ...kathy, communityId: demo.id };
		expect(await invite(db, owner, wish, now)).toEqual({ ok: false, refusal: 'demo' });
	});

	it('again replaces the first invitation', async () => {
		const first = await invited('twice@example.com');
		const second = await invited('twice@example.com', 'adviser');
		expect(await openInvitation(db, secret, first.token, now)).toMatchObject({
			refusal: 'unknown'
		});
		expect(await openInvitation(db, secret, second.token, now)).toMatchObject({
			ok: true,
			role: 'adviser'
		});
	});

	it('stores the hash of the token only', async () => {
		const { token } = await invited('hash@example.com');
		const rows = await db.selectFrom('invitations').selectAll().execute();
		expect(JSON.stringify(rows.map((row) => [row, row.hash.toString('base64url')]))).not.toContain(
			token.slice(22)
		);
	});
});

describe('an invitation', () => {
	it('says who invites whom into what, as often as it is opened, and changes nothing', async () => {
		const { token } = await invited('paul@example.com');
		for (const text of [token, asMailed(secret, token), token]) {
			expect(await openInvitation(db, secret, text, now)).toMatchObject({
				ok: true,
				email: 'paul@example.com',
				communityName: 'Kathy Arnaud',
				inviterName: 'Kathy Arnaud',
				hasAccount: false
			});
		}
	});

	it('is unknown with another token, expired after two weeks, gone when taken back', async () => {
		const { token, invitationId } = await invited('gone@example.com');
		const forged = newInvitationToken(communityId).token;
		const elsewhere = newInvitationToken(crypto.randomUUID()).token.slice(0, 21) + token.slice(21);
		for (const text of [forged, elsewhere, `${token}.x`, token.slice(1), '', 'x']) {
			const opened = await openInvitation(db, secret, text, now);
			expect(opened).toEqual({ ok: false, refusal: 'unknown' });
		}
		expect(await openInvitation(db, secret, token, later)).toEqual({
			ok: false,
			refusal: 'expired'
		});
		expect(await acceptAsNew(app, token, draft, later)).toEqual({ ok: false, refusal: 'expired' });
		const stranger2 = await ownerOf('stranger@example.com');
		expect(await revokeInvitation(db, stranger2, { communityId, invitationId })).toBe(false);
		expect(await revokeInvitation(db, kathy, { communityId, invitationId })).toBe(true);
		expect(await acceptAsNew(app, token, draft, now)).toEqual({ ok: false, refusal: 'unknown' });
	});

	it('accepted makes an account and a member with its role, and a group of the community', async () => {
		const { token } = await invited('dean@example.com', 'adviser');
		const accepted = await acceptAsNew(app, token, draft, now);
		expect(accepted).toMatchObject({ ok: true, communityId, email: 'dean@example.com' });
		if (!accepted.ok) return;
		const member = await memberOfAccount(db, accepted.userId, undefined);
		expect(member).toMatchObject({ role: 'adviser', community: { kind: 'group' } });
		expect(await verified(accepted.userId)).toBe(false);
		expect(await acceptAsNew(app, token, draft, now)).toEqual({ ok: false, refusal: 'used' });
	});

	it('that came by mail proves the e-mail', async () => {
		const { token } = await invited('mailed@example.com');
		const accepted = await acceptAsNew(app, asMailed(secret, token), draft, now);
		if (!accepted.ok) throw new Error(accepted.refusal);
		expect(await verified(accepted.userId)).toBe(true);
	});

	it('is not spent when the e-mail has an account, which can then join by it', async () => {
		const anne = await testAccount(app, 'anne@example.com', 'Anne Lefort');
		const { token } = await invited('anne@example.com');
		const refused = await acceptAsNew(app, token, draft, now);
		expect(refused).toEqual({ ok: false, refusal: 'email_taken' });
		expect(await acceptAsAccount(app, token, anne.userId, now)).toMatchObject({ ok: true });
		const member = await memberOfAccount(db, anne.userId, communityId);
		expect(member).toMatchObject({ name: 'Anne Lefort', role: 'member', communityId });
	});

	it('is not spent by somebody who is a member already', async () => {
		const anne = await memberIn('anne@example.com');
		const { token } = await invited('someone@example.com');
		const refused = await acceptAsAccount(app, token, anne, now);
		expect(refused).toEqual({ ok: false, refusal: 'already_member' });
		expect(await acceptAsNew(app, token, draft, now)).toMatchObject({ ok: true });
	});

	it('accepted twice at the same moment makes one member', async () => {
		const { token } = await invited('race@example.com');
		const [a, b] = [
			await testAccount(app, 'a@example.com'),
			await testAccount(app, 'b@example.com')
		];
		const both = await atOnce(
			database.pool,
			'select 1 from invitations for update',
			[a, b].map(
				({ userId }) =>
					() =>
						acceptAsAccount(app, token, userId, now)
			)
		);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both).toContainEqual({ ok: false, refusal: 'used' });
	});
});

describe('the members of a community', () => {
	it('are listed for its members, with e-mails only for those who invite', async () => {
		const owner = await listMembers(db, kathy, communityId);
		expect(owner.map(({ email }) => email)).toContain('kathy@example.com');
		const member = await listMembers(db, { ...kathy, role: 'member' }, communityId);
		expect(member).toHaveLength(owner.length);
		expect(member.every(({ email }) => email === null)).toBe(true);
		const other = await ownerOf('elsewhere@example.com');
		expect(await listMembers(db, other, communityId)).toEqual([]);
		expect(await listMembers(db, stranger, communityId)).toEqual([]);
	});

	it('get another role from an owner only, and one owner always remains', async () => {
		const [anne] = (await listMembers(db, kathy, communityId)).filter(({ name }) =>
			name.startsWith('Anne')
		);
		if (!anne) throw new Error('no Anne');
		const change = { communityId, memberId: anne.id, role: 'owner' as const };
		const administrator = { ...kathy, role: 'administrator' as const };
		expect(await changeRole(db, administrator, change)).toMatchObject({ refusal: 'not_allowed' });
		const step = { communityId, memberId: kathy.memberId, role: 'member' as const };
		expect(await changeRole(db, kathy, step)).toEqual({ ok: false, refusal: 'last_owner' });
		expect(await changeRole(db, kathy, change)).toEqual({ ok: true });
		expect(await changeRole(db, kathy, step)).toEqual({ ok: true });
		const nobody = { ...change, memberId: crypto.randomUUID() };
		expect(await changeRole(db, kathy, nobody)).toEqual({ ok: false, refusal: 'not_found' });
	});
});

async function verified(userId: string): Promise<boolean> {
	const user = db.selectFrom('users').select('emailVerified').where('id', '=', userId);
	return (await user.executeTakeFirstOrThrow()).emailVerified;
}

async function memberIn(email: string): Promise<string> {
	const user = db.selectFrom('users').select('id').where('email', '=', email);
	return (await user.executeTakeFirstOrThrow()).id;
}
