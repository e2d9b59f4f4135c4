import { expect, it } from 'vitest';
import { eraseAccount } from '#lib/communities/erase-account.server.ts';
import { exportAccount } from '#lib/communities/export-account.server.ts';
import {
	forgetWritingHelp,
	keepWritingHelp,
	readWritingHelp
} from '#lib/communities/writing-help.server.ts';
import { testAccount, testAccounts } from '../../../tests/support/accounts.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const database = await testDatabase();
const { db } = database;
const { app } = testAccounts(database);
const now = new Date('2026-03-02T09:00:00Z');
const local = { address: 'http://localhost:11434/v1', model: 'mistral-small' };

it('is off until a member sets it up, and off again when they say so', async () => {
	const kathy = await newMember(db);
	expect(await readWritingHelp(db, kathy)).toBe(null);
	await keepWritingHelp(db, kathy, local, now);
	await keepWritingHelp(db, kathy, { ...local, model: 'qwen3' }, now);
	expect(await readWritingHelp(db, kathy)).toEqual({ ...local, model: 'qwen3' });
	await forgetWritingHelp(db, kathy);
	expect(await readWritingHelp(db, kathy)).toBe(null);
});

it('is nobody else’s to read, change or forget', async () => {
	const kathy = await newMember(db);
	const dean = { ...(await newMember(db, kathy.communityId)), role: 'owner' as const };
	const { communityId } = kathy;
	await keepWritingHelp(db, kathy, local, now);
	const elsewhere = { ...kathy, communityId: (await newMember(db)).communityId };
	const link = { kind: 'connector_link', communityId, requestId: kathy.memberId } as const;
	for (const other of [dean, elsewhere, link, { kind: 'stranger' } as const]) {
		expect(await readWritingHelp(db, other)).toBe(null);
		await forgetWritingHelp(db, other);
	}
	await keepWritingHelp(db, dean, { address: 'https://models.example.org/v1', model: 'a' }, now);
	await keepWritingHelp(db, link, { address: 'https://models.example.org/v1', model: 'b' }, now);
	expect(await readWritingHelp(db, kathy)).toEqual(local);
});

it('is in the export of its member alone, and erased with the account', async () => {
	const owner = await testAccount(app, 'olga@example.com', 'Olga Owner');
	const anne = await testAccount(app, 'anne@example.com', 'Anne Lefort');
	const { communityId } = owner;
	const row = await db
		.insertInto('members')
		.values({
			communityId,
			userId: anne.userId,
			email: 'anne@example.com',
			name: 'Anne',
			role: 'member'
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const member = { kind: 'member', communityId, memberId: row.id, role: 'member' } as const;
	await keepWritingHelp(db, member, local, now);
	const exported = await exportAccount(db, anne.userId);
	const here = exported.communities.find(({ community }) => community.id === communityId);
	expect(here?.writingHelp).toMatchObject(local);
	expect(JSON.stringify(await exportAccount(db, owner.userId))).not.toContain('11434');
	expect(await eraseAccount(db, anne.userId)).toEqual({ ok: true });
	expect(
		await db.selectFrom('writingHelps').select('model').where('memberId', '=', row.id).execute()
	).toEqual([]);
});
