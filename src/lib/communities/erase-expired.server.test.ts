import { expect, it } from 'vitest';
import { system } from '#lib/access/actor.ts';
import { eraseExpired } from '#lib/communities/erase-expired.server.ts';
import { invite } from '#lib/communities/invitations.server.ts';
import { requestLink } from '#lib/communities/mailed-links.server.ts';
import { signInByPassword } from '#lib/communities/sign-in.server.ts';
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
const day = 24 * 60 * 60_000;

async function counts() {
	const tables = ['sessions', 'verifications', 'invitations'] as const;
	const rows = tables.map((table) => db.selectFrom(table).select('expiresAt').execute());
	return (await Promise.all(rows)).map((found) => found.length);
}

it('what is over is erased at night, and an invitation only long after', async () => {
	const now = new Date();
	const { communityId } = await testAccount(app, 'kathy@example.com');
	const given = { email: 'kathy@example.com', password: goodPassword };
	await signInByPassword(app, testVisitor(), given);
	await requestLink(app, testVisitor(), 'sign_in_link', given.email);
	await invite(db, system, { communityId, email: 'dean@example.com', role: 'member' }, now);
	await eraseExpired(db, now);
	expect(await counts()).toEqual([1, 1, 1]);
	await eraseExpired(db, new Date(now.getTime() + day));
	expect(await counts()).toEqual([1, 0, 1]);
	await eraseExpired(db, new Date(now.getTime() + 31 * day));
	expect(await counts()).toEqual([0, 0, 1]);
	await eraseExpired(db, new Date(now.getTime() + 90 * day));
	expect(await counts()).toEqual([0, 0, 0]);
});
