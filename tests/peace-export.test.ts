import { expect, it } from 'vitest';
import { exportAccount } from '#lib/communities/export-account.server.ts';
import { changePeace } from '#lib/introductions/own-peace.server.ts';
import { testDatabase } from './support/database.ts';
import { newMember } from './support/new-member.ts';

const { db } = await testDatabase();

it('how often and for what one may be asked is in the export of the account', async () => {
	const member = await newMember(db);
	const user = { id: 'peaceful', name: 'Dean', email: 'dean@example.com' };
	await db.insertInto('users').values(user).execute();
	await db
		.updateTable('members')
		.set({ userId: user.id })
		.where('id', '=', member.memberId)
		.execute();
	await changePeace(db, member, { asksMonthly: 1, asksFor: ['client', 'job'] });
	const exported = await exportAccount(db, user.id);
	expect(exported.communities[0]?.member).toMatchObject({
		asksMonthly: 1,
		asksFor: ['client', 'job']
	});
});
