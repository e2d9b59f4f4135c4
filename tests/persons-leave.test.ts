import { expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { eraseMember } from '#lib/communities/erase-member.server.ts';
import { hideMember, showMember } from '#lib/communities/out-of-sight.server.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { decidePair } from '#lib/matching/person-decisions.server.ts';
import { joinsOf } from '#lib/matching/person-joins.server.ts';
import { testDatabase } from './support/database.ts';
import { newMember } from './support/new-member.ts';
import { shareContact } from './support/shared-books.ts';

const { db } = await testDatabase();
const now = new Date('2026-06-01T10:00:00Z');
const email = 'pierre@example.com';
const phone = '+33639980012';

/** Kathy's and Anne's contacts are one person by what Dean's holds, and by nothing else. */
async function threeBooks() {
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	const anne = await newMember(db, kathy.communityId);
	const pierre = { givenName: 'Pierre', familyName: 'Kerzreho' };
	const mine = await shareContact(db, kathy, { ...pierre, email });
	const hers = await shareContact(db, anne, { ...pierre, phone });
	const theirs = await shareContact(db, dean, { ...pierre, email, phone });
	for (const { communityId, memberId } of [kathy, dean, anne])
		await matchPersons(db, { communityId, memberId }, now);
	return { kathy, dean, mine, hers, theirs };
}

const keyOf = ({ communityId, memberId }: Member) => ({ communityId, memberId });
const matchDue = ({ communityId }: Member) => matchPersons(db, { communityId }, now);
const known = async (member: Member) =>
	(await joinsOf(db, member)).map(({ theirs }) => theirs.id).toSorted();

async function personOf(contactId: string): Promise<string | null | undefined> {
	const row = db.selectFrom('personContacts').select('personId');
	return (await row.where('contactId', '=', contactId).executeTakeFirst())?.personId;
}

it('what a removed member shared leaves its persons at once, and comes back with them', async () => {
	const { kathy, dean, mine, hers, theirs } = await threeBooks();
	const before = await known(kathy);
	expect(before).toEqual([hers, theirs].toSorted());
	await db.transaction().execute((trx) => hideMember(trx, keyOf(dean), now));
	expect(await personOf(theirs)).toBeNull();
	await matchDue(kathy);
	expect(await known(kathy)).toEqual([]);
	expect(await personOf(mine)).not.toBe(await personOf(hers));
	await db.transaction().execute((trx) => showMember(trx, keyOf(dean), now));
	await matchDue(kathy);
	expect(await known(kathy)).toEqual(before);
});

it('what an erased member brought together is matched anew', async () => {
	const { kathy, dean, mine, hers } = await threeBooks();
	expect(await personOf(mine)).toBe(await personOf(hers));
	await db.transaction().execute((trx) => eraseMember(trx, keyOf(dean)));
	await matchDue(kathy);
	expect(await personOf(mine)).not.toBe(await personOf(hers));
});

it('private contacts that an erased member’s kept each other from are matched anew', async () => {
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	const anne = await newMember(db, kathy.communityId);
	const pierre = { givenName: 'Pierre', familyName: 'Kerzreho' };
	const company = 'Entreprise X';
	const hers = await shareContact(db, anne, { ...pierre, company, email });
	const theirs = await shareContact(db, dean, { ...pierre, company });
	const own = { ...pierre, email, sharing: 'private' } as const;
	const [one, other] = ['linkedin.com/in/one', 'linkedin.com/in/two'];
	const likeBoth = await shareContact(db, kathy, { ...own, company, profile: one });
	const likeHers = await shareContact(db, kathy, { ...own, profile: other });
	for (const member of [kathy, dean, anne]) await matchPersons(db, keyOf(member), now);
	const apart = { contactId: theirs, otherId: hers, decision: 'apart' as const };
	await decidePair(db, dean, apart, now);
	await matchDue(kathy);
	expect([await personOf(likeBoth), await personOf(likeHers)]).toEqual([null, null]);
	await db.transaction().execute((trx) => eraseMember(trx, keyOf(anne)));
	await matchDue(kathy);
	expect(await personOf(likeBoth)).toBe(await personOf(theirs));
	expect(await personOf(likeHers)).toBeNull();
});
