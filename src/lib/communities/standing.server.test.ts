import { describe, expect, it, vi } from 'vitest';
import { demoRoleCookie, signDemoRole } from '#lib/access/demo-role.server.ts';
import { communitiesOfAccount } from '#lib/communities/current-member.server.ts';
import { signInByPassword } from '#lib/communities/sign-in.server.ts';
import { communityCookie, standingOf } from '#lib/communities/standing.server.ts';
import {
	goodPassword,
	testAccount,
	testAccounts,
	testVisitor
} from '../../../tests/support/accounts.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const database = await testDatabase();
const { db } = database;
const { app } = testAccounts(database);
const { secret } = app.config;
const kathy = await testAccount(app, 'kathy@example.com');
const demo = await community('Demo', 'demo');
const player = await memberOf(demo, 'demo@example.com');

async function community(name: string, kind: 'demo' | 'group') {
	const row = db.insertInto('communities').values({ name, kind }).returning('id');
	return (await row.executeTakeFirstOrThrow()).id;
}

async function memberOf(communityId: string, email: string, userId: string | null = null) {
	const values = { communityId, userId, email, name: email, role: 'member' as const };
	const row = db.insertInto('members').values(values).returning('id');
	return (await row.executeTakeFirstOrThrow()).id;
}

async function signedIn() {
	const visitor = testVisitor(crypto.randomUUID());
	const given = { email: 'kathy@example.com', password: goodPassword };
	await signInByPassword(app, visitor, given);
	return visitor;
}

function playing(memberId: string, key = secret) {
	const visitor = testVisitor();
	visitor.jar.set(demoRoleCookie, signDemoRole(key, memberId));
	return visitor;
}

const day = 24 * 60 * 60_000;

function tokenOf({ jar }: ReturnType<typeof testVisitor>): string {
	const signed = [...jar].find(([name]) => name.endsWith('session_token'))?.[1] ?? '';
	return signed.slice(0, signed.lastIndexOf('.'));
}

async function lastUntil(token: string, days: number): Promise<void> {
	const expiresAt = new Date(Date.now() + days * day);
	await db.updateTable('sessions').set({ expiresAt }).where('token', '=', token).execute();
}

describe('who stands at the door', () => {
	it('is a stranger without cookies, and with cookies that are not ours', async () => {
		const visitor = testVisitor();
		expect((await standingOf(app, visitor.cookies)).actor).toEqual({ kind: 'stranger' });
		visitor.jar.set('entremise.session_token', 'forged.forged');
		visitor.jar.set(demoRoleCookie, `${player}.forged`);
		visitor.jar.set(communityCookie, kathy.communityId);
		const standing = await standingOf(app, visitor.cookies);
		expect(standing).toEqual({ actor: { kind: 'stranger' }, member: null, userId: null });
	});

	it('is a stranger when the session was signed with another secret', async () => {
		const visitor = await signedIn();
		const other = testAccounts(database, { secret: 'quite another secret of good length' });
		expect((await standingOf(other.app, visitor.cookies)).userId).toBeNull();
	});

	it('reads a session that is in order together with its member, without better-auth', async () => {
		const visitor = await signedIn();
		const asked = vi.spyOn(app.auth.api, 'getSession');
		const standing = await standingOf(app, visitor.cookies);
		expect(standing.userId).toBe(kathy.userId);
		expect(standing.actor).toMatchObject({ kind: 'member', communityId: kathy.communityId });
		expect(asked).not.toHaveBeenCalled();
		asked.mockRestore();
	});

	it('is a stranger as soon as the session is over, or was ended elsewhere', async () => {
		for (const ended of [false, true]) {
			const visitor = await signedIn();
			const token = tokenOf(visitor);
			if (ended) await db.deleteFrom('sessions').where('token', '=', token).execute();
			else await lastUntil(token, -1);
			expect((await standingOf(app, visitor.cookies)).userId).toBeNull();
		}
	});

	it('has the session prolonged once a day has gone', async () => {
		const visitor = await signedIn();
		const token = tokenOf(visitor);
		await lastUntil(token, 28.9);
		expect((await standingOf(app, visitor.cookies)).userId).toBe(kathy.userId);
		const { expiresAt } = await db
			.selectFrom('sessions')
			.select('expiresAt')
			.where('token', '=', token)
			.executeTakeFirstOrThrow();
		expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 29.9 * day);
	});

	it('is a person of the demo while their cookie is set, signed in or not', async () => {
		const standing = await standingOf(app, playing(player).cookies);
		expect(standing.actor).toMatchObject({ kind: 'member', communityId: demo, memberId: player });
		expect(standing.userId).toBeNull();
		const visitor = await signedIn();
		visitor.jar.set(demoRoleCookie, signDemoRole(secret, player));
		const both = await standingOf(app, visitor.cookies);
		expect(both.member?.memberId).toBe(player);
		expect(both.userId).toBe(kathy.userId);
	});

	it('never plays a member outside the demo, nor one with an account, nor in a server without demo', async () => {
		const real = await db
			.selectFrom('members')
			.select('id')
			.where('userId', '=', kathy.userId)
			.executeTakeFirstOrThrow();
		const unclaimed = await memberOf(kathy.communityId, 'unclaimed@example.com');
		const visitors = [playing(real.id), playing(unclaimed), playing(player, 'another secret')];
		for (const { cookies } of visitors) {
			expect((await standingOf(app, cookies)).actor).toEqual({ kind: 'stranger' });
		}
		const off = testAccounts(database, { demo: 'off' });
		const standing = await standingOf(off.app, playing(player).cookies);
		expect(standing.actor).toEqual({ kind: 'stranger' });
	});

	it('is in the community they chose, and never in one they are not a member of', async () => {
		const group = await community('Alumni', 'group');
		const foreign = await community('Others', 'group');
		await memberOf(group, 'kathy@example.com', kathy.userId);
		const visitor = await signedIn();
		expect(await communitiesOfAccount(db, kathy.userId)).toMatchObject([
			{ id: kathy.communityId },
			{ id: group }
		]);
		expect((await standingOf(app, visitor.cookies)).member?.communityId).toBe(kathy.communityId);
		visitor.jar.set(communityCookie, group);
		expect((await standingOf(app, visitor.cookies)).member?.communityId).toBe(group);
		visitor.jar.set(communityCookie, foreign);
		expect((await standingOf(app, visitor.cookies)).member?.communityId).toBe(kathy.communityId);
	});
});
