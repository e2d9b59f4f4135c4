import { describe, expect, it } from 'vitest';
import { signValue } from '#lib/access/signed-value.server.ts';
import {
	confirmEmail,
	makeEmailCheck,
	readEmailCheck,
	sendEmailCheck
} from '#lib/communities/email-check.server.ts';
import { readAccount } from '#lib/communities/profile.server.ts';
import { testAccount, testAccounts } from '../../../tests/support/accounts.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const database = await testDatabase();
const { db } = database;
const { app, mails } = testAccounts(database);
const { secret } = app.config;
const now = new Date('2026-05-25T10:00:00Z');
const later = new Date('2026-05-28T10:00:01Z');
const kathy = await testAccount(app, 'kathy@example.com');
const user = { id: kathy.userId, email: 'kathy@example.com' };

describe('a link that confirms an e-mail', () => {
	it('names its account for three days, however often it is read', async () => {
		const token = makeEmailCheck(secret, user, now);
		expect(Buffer.from(token, 'base64url').toString()).not.toContain('kathy@');
		const read = { ok: true, userId: user.id, email: user.email };
		expect(await readEmailCheck(app, token, now)).toEqual(read);
		expect(await readEmailCheck(app, token, now)).toEqual(read);
		expect(await readEmailCheck(app, token, later)).toEqual({ ok: false, refusal: 'expired' });
	});

	it('is unknown when it was not made here, or for another use', async () => {
		const token = makeEmailCheck(secret, user, now);
		const elsewhere = makeEmailCheck('another secret', user, now);
		const otherUse = signValue(secret, 'other_use', token.slice(0, token.lastIndexOf('.')));
		for (const wrong of ['', 'x', token.slice(1), elsewhere, otherUse]) {
			expect(await readEmailCheck(app, wrong, now)).toEqual({ ok: false, refusal: 'unknown' });
		}
	});

	it('confirms nothing once the account has another e-mail', async () => {
		expect(await confirmEmail(db, { userId: user.id, email: 'old@example.com' })).toBe(false);
		expect(await readAccount(db, user.id)).toMatchObject({ emailVerified: false });
	});

	it('is mailed until the e-mail is confirmed, then no more', async () => {
		await sendEmailCheck(app, user.id, now);
		expect(mails).toMatchObject([{ kind: 'email_check', to: { email: user.email, locale: 'fr' } }]);
		const check = await readEmailCheck(app, mails[0]?.token ?? '', now);
		if (!check.ok) throw new Error(check.refusal);
		expect(await confirmEmail(db, check)).toBe(true);
		expect(await readAccount(db, user.id)).toMatchObject({ emailVerified: true });
		await sendEmailCheck(app, user.id, now);
		expect(mails).toHaveLength(1);
	});
});
