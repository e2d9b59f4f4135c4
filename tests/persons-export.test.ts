import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { eraseAccount } from '#lib/communities/erase-account.server.ts';
import { exportAccount } from '#lib/communities/export-account.server.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { decidePair } from '#lib/matching/person-decisions.server.ts';
import { testDatabase } from './support/database.ts';
import { newMember } from './support/new-member.ts';
import { shareContact } from './support/shared-books.ts';

const { db } = await testDatabase();
const now = new Date('2026-06-01T10:00:00Z');
const pierre = { givenName: 'Pierre', familyName: 'Kerzreho', company: 'Acme' };
const email = 'pierre@example.com';

async function withAccount(member: Member): Promise<string> {
	const id = randomUUID();
	await db
		.insertInto('users')
		.values({ id, name: 'Kathy Martin', email: `${id}@example.org` })
		.execute();
	await db
		.updateTable('members')
		.set({ userId: id })
		.where('communityId', '=', member.communityId)
		.where('id', '=', member.memberId)
		.execute();
	return id;
}

async function twoBooks() {
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	const anne = await newMember(db, kathy.communityId);
	const mine = await shareContact(db, kathy, { ...pierre, email });
	const theirs = await shareContact(db, dean, { ...pierre, email, position: 'CFO' });
	await shareContact(db, anne, { ...pierre, email, sharing: 'blind' });
	for (const { communityId, memberId } of [kathy, dean, anne])
		await matchPersons(db, { communityId, memberId }, now);
	await decidePair(db, kathy, { contactId: mine, otherId: theirs, decision: 'same' }, now);
	return { kathy, dean, mine, theirs };
}

it('tells a member whom their contacts are known to be, and what they decided, as far as it is visible', async () => {
	const { kathy, mine, theirs } = await twoBooks();
	const user = await withAccount(kathy);
	const shown = { contactId: mine, name: 'Pierre Kerzreho', company: 'Acme', position: 'CFO' };
	const [before] = (await exportAccount(db, user)).communities;
	expect(before?.persons.joined).toMatchObject([shown]);
	expect(before?.persons.decided).toMatchObject([{ ...shown, decision: 'same' }]);
	await db.updateTable('contacts').set({ sharing: 'private' }).where('id', '=', theirs).execute();
	const [after] = (await exportAccount(db, user)).communities;
	expect(after?.persons.joined).toEqual([]);
	expect(after?.persons.decided).toMatchObject([{ contactId: mine, name: null, knownBy: null }]);
	expect(JSON.stringify(after?.persons)).not.toContain(theirs);
});

it('leaves nothing of it when the member is erased', async () => {
	const { kathy, mine } = await twoBooks();
	await eraseAccount(db, await withAccount(kathy));
	const { communityId } = kathy;
	const rows = [
		...(await db
			.selectFrom('personContacts')
			.selectAll()
			.where('communityId', '=', communityId)
			.execute()),
		...(await db
			.selectFrom('personPairs')
			.selectAll()
			.where('communityId', '=', communityId)
			.execute()),
		...(await db
			.selectFrom('personDecisions')
			.selectAll()
			.where('communityId', '=', communityId)
			.execute()),
		...(await db
			.selectFrom('matchKeys')
			.selectAll()
			.where('communityId', '=', communityId)
			.execute())
	];
	expect(rows.length).toBeGreaterThan(0);
	expect(rows.filter((row) => JSON.stringify(row).includes(mine))).toEqual([]);
	expect(rows.filter((row) => JSON.stringify(row).includes(kathy.memberId))).toEqual([]);
});
