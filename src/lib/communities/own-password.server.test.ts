import { describe, expect, it } from 'vitest';
import {
	changePassword,
	choosePassword,
	isOwnPassword
} from '#lib/communities/own-password.server.ts';
import { changeLocale, changeProfile, readAccount } from '#lib/communities/profile.server.ts';
import { signInByPassword } from '#lib/communities/sign-in.server.ts';
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
const { app, mails } = testAccounts(database);
const kathy = await testAccount(app, 'kathy@example.com');
const newPassword = 'another long password';

async function signedIn(password = goodPassword) {
	const visitor = testVisitor(crypto.randomUUID());
	await signInByPassword(app, visitor, { email: 'kathy@example.com', password });
	return visitor;
}

describe('one’s own password', () => {
	it('changes with the present one, and every other session ends', async () => {
		const [here, elsewhere] = [await signedIn(), await signedIn()];
		const given = { currentPassword: goodPassword, newPassword };
		expect(await changePassword(app, here, kathy.userId, given)).toEqual({ ok: true });
		expect(mails.at(-1)).toMatchObject({
			kind: 'password_changed',
			to: { email: 'kathy@example.com' }
		});
		expect((await standingOf(app, here.cookies)).userId).toBe(kathy.userId);
		expect((await standingOf(app, elsewhere.cookies)).userId).toBeNull();
		expect((await standingOf(app, (await signedIn()).cookies)).userId).toBeNull();
		expect((await standingOf(app, (await signedIn(newPassword)).cookies)).userId).not.toBeNull();
	});

	it('does not change without it, nor for strangers', async () => {
		const wrong = { currentPassword: 'not the password', newPassword: goodPassword };
		const visitor = await signedIn(newPassword);
		const refused = { ok: false, refusal: 'wrong' };
		expect(await changePassword(app, visitor, kathy.userId, wrong)).toEqual(refused);
		const right = { currentPassword: newPassword, newPassword: goodPassword };
		expect(await changePassword(app, testVisitor(), kathy.userId, right)).toEqual(refused);
		expect(mails).toHaveLength(1);
	});

	it('cannot be guessed without end in the settings', async () => {
		const visitor = await signedIn(newPassword);
		for (let tries = 0; tries < 12; tries += 1) {
			await isOwnPassword(app, visitor, kathy.userId, 'not the password');
		}
		const answer = await isOwnPassword(app, visitor, kathy.userId, newPassword);
		expect(answer).toMatchObject({ ok: false, refusal: 'too_many' });
		await app.limits.forgive('confirm', kathy.userId);
		expect(await isOwnPassword(app, visitor, kathy.userId, newPassword)).toEqual({ ok: true });
	});

	it('can be chosen by who has none, and only then', async () => {
		const visitor = await signedIn(newPassword);
		const refused = await choosePassword(app, visitor, kathy.userId, goodPassword);
		expect(refused).toEqual({ ok: false, refusal: 'wrong' });
		await db.deleteFrom('accounts').where('userId', '=', kathy.userId).execute();
		expect(await readAccount(db, kathy.userId)).toMatchObject({ hasPassword: false });
		expect(await choosePassword(app, visitor, kathy.userId, goodPassword)).toEqual({ ok: true });
		expect(await readAccount(db, kathy.userId)).toEqual({
			email: 'kathy@example.com',
			emailVerified: false,
			hasPassword: true
		});
	});
});

describe('one’s own profile', () => {
	it('changes for oneself only', async () => {
		const dean = await testAccount(app, 'dean@example.com', 'Dean Groves');
		const visitor = await signedIn();
		const { member } = await standingOf(app, visitor.cookies);
		if (!member?.userId) throw new Error('no member');
		const { communityId, memberId } = member;
		const profile = { name: 'Kathy A.', headline: 'VP', locale: 'en', notices: 'off' } as const;
		await changeProfile(db, { communityId, memberId, userId: dean.userId }, profile);
		expect((await standingOf(app, visitor.cookies)).member?.name).toBe('Kathy Arnaud');
		await changeProfile(db, { communityId, memberId, userId: member.userId }, profile);
		expect((await standingOf(app, visitor.cookies)).member).toMatchObject(profile);
		await changeLocale(db, kathy.userId, 'fr');
		expect((await standingOf(app, visitor.cookies)).member?.locale).toBe('fr');
	});
});
