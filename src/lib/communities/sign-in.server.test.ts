import { describe, expect, it, vi } from 'vitest';
import { signInByPassword, signOut } from '#lib/communities/sign-in.server.ts';
import { standingOf } from '#lib/communities/standing.server.ts';
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
const kathy = await testAccount(app, 'kathy@example.com');

describe('signing in by password', () => {
	it('opens a session in which one is the member of one’s community', async () => {
		const visitor = testVisitor();
		const given = { email: 'kathy@example.com', password: goodPassword };
		const answer = await signInByPassword(app, visitor, given);
		expect(answer).toEqual({ ok: true, userId: kathy.userId });
		const { actor, member, userId } = await standingOf(app, visitor.cookies);
		expect(userId).toBe(kathy.userId);
		expect(actor).toMatchObject({ kind: 'member', communityId: kathy.communityId, role: 'owner' });
		expect(member).toMatchObject({
			email: 'kathy@example.com',
			locale: 'fr',
			community: { id: kathy.communityId, name: 'Kathy Arnaud', kind: 'personal' }
		});
	});

	it('answers the same to a wrong password, an unknown e-mail and an account without password', async () => {
		const linkOnly = await testAccount(app, 'link@example.com');
		await db.deleteFrom('accounts').where('userId', '=', linkOnly.userId).execute();
		for (const email of ['kathy@example.com', 'nobody@example.com', 'link@example.com']) {
			const visitor = testVisitor('192.0.2.11');
			const answer = await signInByPassword(app, visitor, { email, password: 'not the password' });
			expect(answer).toEqual({ ok: false, refusal: 'wrong' });
			expect(visitor.jar.size).toBe(0);
		}
	});

	it('refuses after eight wrong passwords from one place, even the right one, and nobody else', async () => {
		await testAccount(app, 'dean@example.com', 'Dean Groves');
		const given = { email: 'dean@example.com', password: 'not the password' };
		for (let tries = 0; tries < 8; tries += 1) {
			await signInByPassword(app, testVisitor('192.0.2.12'), given);
		}
		const right = { ...given, password: goodPassword };
		const refused = await signInByPassword(app, testVisitor('192.0.2.12'), right);
		expect(refused).toMatchObject({ ok: false, refusal: 'too_many' });
		const elsewhere = await signInByPassword(app, testVisitor('192.0.2.13'), right);
		expect(elsewhere).toMatchObject({ ok: true });
	});

	it('keeps neither the address nor the browser with the session', async () => {
		const visitor = testVisitor('192.0.2.14');
		await signInByPassword(app, visitor, { email: 'kathy@example.com', password: goodPassword });
		const { rows } = await database.pool.query('select ip_address, user_agent from sessions');
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) expect([null, '']).toContain(row.ip_address);
		for (const row of rows) expect([null, '']).toContain(row.user_agent);
	});

	it('makes no community for an account that is in none any more: that is its own to decide', async () => {
		const alone = await testAccount(app, 'alone@example.com', 'Anne Lefort');
		await db.deleteFrom('communities').where('id', '=', alone.communityId).execute();
		const visitor = testVisitor('192.0.2.15');
		await signInByPassword(app, visitor, { email: 'alone@example.com', password: goodPassword });
		const { member, userId } = await standingOf(app, visitor.cookies);
		expect(member).toBeNull();
		expect(userId).not.toBeNull();
	});
});

describe('a server open to all, with a mail server', () => {
	const open = testAccounts(database, { signUp: 'open', smtpUrl: 'smtp://mail.example.com' });

	it('lets nobody in before the e-mail is confirmed, and mails the link again', async () => {
		const made = await testAccount(open.app, 'new@example.com');
		const visitor = testVisitor('192.0.2.16');
		const given = { email: 'new@example.com', password: goodPassword };
		const refused = await signInByPassword(open.app, visitor, given);
		expect(refused).toEqual({ ok: false, refusal: 'unconfirmed' });
		expect(visitor.jar.size).toBe(0);
		const sessions = await db
			.selectFrom('sessions')
			.select('id')
			.where('userId', '=', made.userId)
			.execute();
		expect(sessions).toEqual([]);
		expect(open.mails).toMatchObject([{ kind: 'email_check', to: { email: 'new@example.com' } }]);
	});
});

describe('the session’s cookie', () => {
	it.each([
		['http://localhost:4780', false],
		['https://entremise.example.org', true]
	])('under %s is closed to scripts and other sites, and secure: %s', async (publicUrl, secure) => {
		const { app: served } = testAccounts(database, { publicUrl });
		const { cookies } = testVisitor('192.0.2.21');
		const set = vi.spyOn(cookies, 'set');
		const given = { email: 'kathy@example.com', password: goodPassword };
		await signInByPassword(served, { cookies, address: '192.0.2.21' }, given);
		expect(set).toHaveBeenCalledOnce();
		const [name, , options] = set.mock.lastCall ?? [];
		expect(name).toBe(`${secure ? '__Secure-' : ''}entremise.session_token`);
		expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure });
	});
});

describe('signing out', () => {
	it('ends this session and leaves the others', async () => {
		const [here, there] = await twoSessions('192.0.2.17');
		await signOut(app, here.cookies, 'here');
		expect(here.jar.size).toBe(0);
		expect((await standingOf(app, there.cookies)).userId).toBe(kathy.userId);
	});

	it('everywhere ends every session of the account, and no other account’s', async () => {
		const other = testVisitor('192.0.2.18');
		await signInByPassword(app, other, { email: 'dean@example.com', password: goodPassword });
		const [here, there] = await twoSessions('192.0.2.19');
		await signOut(app, here.cookies, 'everywhere');
		expect((await standingOf(app, there.cookies)).userId).toBeNull();
		expect((await standingOf(app, other.cookies)).userId).not.toBeNull();
	});

	it('leaves a cookie that was copied before without use', async () => {
		const [here] = await twoSessions('192.0.2.20');
		const copy = new Map(here.jar);
		await signOut(app, here.cookies, 'here');
		for (const [name, value] of copy) here.jar.set(name, value);
		expect((await standingOf(app, here.cookies)).actor).toEqual({ kind: 'stranger' });
	});
});

async function twoSessions(address: string) {
	const visitors = [testVisitor(address), testVisitor(address)] as const;
	const given = { email: 'kathy@example.com', password: goodPassword };
	for (const visitor of visitors) await signInByPassword(app, visitor, given);
	return visitors;
}
