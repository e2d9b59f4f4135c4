import { describe, expect, it } from 'vitest';
import { requestLink, resetPassword } from '#lib/communities/mailed-links.server.ts';
import { signInByLink, signInByPassword } from '#lib/communities/sign-in.server.ts';
import { standingOf } from '#lib/communities/standing.server.ts';
import {
	goodPassword,
	testAccount,
	testAccounts,
	testVisitor
} from '../../../tests/support/accounts.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const database = await testDatabase();
const { app, mails } = testAccounts(database);
const kathy = await testAccount(app, 'kathy@example.com');
await testAccount(app, 'dean@example.com', 'Dean Groves');

async function linkFor(kind: 'sign_in_link' | 'password_reset', email: string): Promise<string> {
	await requestLink(app, testVisitor(crypto.randomUUID()), kind, email);
	const mail = mails.at(-1);
	if (mail?.kind !== kind || mail.to.email !== email) throw new Error('no such mail');
	return mail.token;
}

describe('an e-mailed link', () => {
	it('signs in once, and confirms the e-mail', async () => {
		await confirmed('kathy@example.com');
		const token = await linkFor('sign_in_link', 'kathy@example.com');
		const visitor = testVisitor();
		const answer = await signInByLink(app, visitor, token);
		expect(answer).toEqual({ ok: true, userId: kathy.userId });
		expect((await standingOf(app, visitor.cookies)).userId).toBe(kathy.userId);
		const again = await signInByLink(app, testVisitor(), token);
		expect(again).toEqual({ ok: false, refusal: 'expired' });
	});

	it('is made for those who have an account, and the others get the same answer and no mail', async () => {
		const before = mails.length;
		const kinds = ['sign_in_link', 'password_reset'] as const;
		for (const kind of kinds) {
			const unknown = await requestLink(app, testVisitor(), kind, 'nobody@example.com');
			expect(unknown).toEqual({ ok: true });
		}
		expect(mails).toHaveLength(before);
	});

	it('is refused when unknown, or made for another use', async () => {
		const reset = await linkFor('password_reset', 'kathy@example.com');
		for (const token of ['', 'x'.repeat(32), reset]) {
			const answer = await signInByLink(app, testVisitor('192.0.2.30'), token);
			expect(answer).toEqual({ ok: false, refusal: 'expired' });
		}
	});

	it('is refused when its time is over', async () => {
		const token = await linkFor('sign_in_link', 'kathy@example.com');
		await database.pool.query(`update verifications set expires_at = now() - interval '1 second'`);
		const answer = await signInByLink(app, testVisitor(), token);
		expect(answer).toEqual({ ok: false, refusal: 'expired' });
	});

	it('takes away a password that was set before the e-mail was proved', async () => {
		await testAccount(app, 'stolen@example.com');
		const token = await linkFor('sign_in_link', 'stolen@example.com');
		expect(await signInByLink(app, testVisitor(), token)).toMatchObject({ ok: true });
		const given = { email: 'stolen@example.com', password: goodPassword };
		const old = await signInByPassword(app, testVisitor(), given);
		expect(old).toEqual({ ok: false, refusal: 'wrong' });
	});

	it('is not stored: the database does not hold the token', async () => {
		const token = await linkFor('sign_in_link', 'kathy@example.com');
		const reset = await linkFor('password_reset', 'kathy@example.com');
		const { rows } = await database.pool.query('select * from verifications');
		expect(rows.length).toBeGreaterThan(1);
		expect(JSON.stringify(rows)).not.toContain(token);
		expect(JSON.stringify(rows)).not.toContain(reset);
	});

	it('cannot be asked for without end', async () => {
		const answers = [];
		for (let asked = 0; asked < 6; asked += 1) {
			const visitor = testVisitor(`192.0.2.${100 + asked}`);
			answers.push(await requestLink(app, visitor, 'sign_in_link', 'often@example.com'));
		}
		expect(answers.at(4)).toEqual({ ok: true });
		expect(answers.at(5)).toMatchObject({ ok: false, refusal: 'too_many' });
	});
});

describe('a new password', () => {
	it('replaces the old one once, ends every session and confirms the e-mail', async () => {
		const signedIn = testVisitor('192.0.2.40');
		const old = { email: 'dean@example.com', password: goodPassword };
		await signInByPassword(app, signedIn, old);
		const token = await linkFor('password_reset', 'dean@example.com');
		const password = 'another long password';
		expect(await resetPassword(app, testVisitor(), { token, password })).toEqual({ ok: true });
		expect(mails.at(-1)).toMatchObject({
			kind: 'password_changed',
			to: { email: 'dean@example.com' }
		});
		expect((await standingOf(app, signedIn.cookies)).userId).toBeNull();
		expect(await signInByPassword(app, testVisitor(), old)).toMatchObject({ ok: false });
		const renewed = { ...old, password };
		expect(await signInByPassword(app, testVisitor(), renewed)).toMatchObject({ ok: true });
		const again = await resetPassword(app, testVisitor(), { token, password: 'a third password' });
		expect(again).toEqual({ ok: false, refusal: 'expired' });
		const user = await database.db
			.selectFrom('users')
			.select('emailVerified')
			.where('email', '=', 'dean@example.com')
			.executeTakeFirstOrThrow();
		expect(user.emailVerified).toBe(true);
	});

	it('is not set by a link to sign in', async () => {
		const token = await linkFor('sign_in_link', 'dean@example.com');
		const refused = await resetPassword(app, testVisitor(), { token, password: goodPassword });
		expect(refused).toEqual({ ok: false, refusal: 'expired' });
	});
});

async function confirmed(email: string) {
	await database.db
		.updateTable('users')
		.set({ emailVerified: true })
		.where('email', '=', email)
		.execute();
}
