import { expect, it } from 'vitest';
import { stranger } from '#lib/access/actor.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { personsProgress } from '#lib/matching/persons-progress.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { shareContact } from '../../../tests/support/shared-books.ts';

const { db } = await testDatabase();
const now = new Date('2026-06-01T10:00:00Z');

it('says how much of one’s own book has been compared with others, until all of it is', async () => {
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	const pierre = await shareContact(db, kathy, { givenName: 'Pierre', familyName: 'Yvon' });
	await shareContact(db, kathy, { givenName: 'Paul', familyName: 'Zeller', sharing: 'private' });
	expect(await personsProgress(db, kathy)).toEqual({ done: 0, all: 2 });
	const { communityId, memberId } = kathy;
	await matchPersons(db, { communityId, contactIds: [pierre] }, now);
	expect(await personsProgress(db, kathy)).toEqual({ done: 1, all: 2 });
	expect(await personsProgress(db, dean)).toBeNull();
	expect(await personsProgress(db, stranger)).toBeNull();
	await matchPersons(db, { communityId, memberId }, now);
	expect(await personsProgress(db, kathy)).toBeNull();
});
