import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { leavePersons, returnToPersons } from '#lib/communities/leave-persons.server.ts';
import { holdCommunity } from '#lib/matching/hold-community.server.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import { testDatabase } from './support/database.ts';
import { newMember } from './support/new-member.ts';
import { shareContact } from './support/shared-books.ts';

const { db } = await testDatabase();
const now = new Date('2026-06-01T10:00:00Z');
const dean = await newMember(db);
const { communityId, memberId } = dean;
const contactId = await shareContact(db, dean, {
	givenName: 'Pierre',
	familyName: 'Kerzreho',
	sharing: 'private'
});
await matchPersons(db, { communityId, memberId }, now);

it.each([
	[
		'shares a contact',
		() => shareContacts(db, dean, { ids: [contactId] }, 'visible', sharingChanged)
	],
	['leaves', () => db.transaction().execute((trx) => leavePersons(trx, dean))],
	['comes back', () => db.transaction().execute((trx) => returnToPersons(trx, dean))]
])('who %s while their contacts are matched waits, and neither fails', async (_, act) => {
	let acted: Promise<unknown> = Promise.resolve();
	await db.transaction().execute(async (matching) => {
		await holdCommunity(matching, communityId);
		acted = act();
		await vi.waitFor(async () => expect(await countWaiting()).toBe(1), {
			timeout: 10_000,
			interval: 20
		});
		await matching
			.updateTable('personContacts')
			.set({ joinedAt: now })
			.where('contactId', '=', contactId)
			.execute();
	});
	await acted;
});

async function countWaiting(): Promise<number> {
	const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting
		from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
	return rows[0]?.waiting ?? 0;
}
