import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { decidePair } from '#lib/matching/person-decisions.server.ts';
import { decisionsOf, joinsOf } from '#lib/matching/person-joins.server.ts';
import { questionsFor } from '#lib/matching/person-questions.server.ts';
import { keepApart } from '#lib/matching/review.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { deleteContact } from '#lib/people/contact-delete.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { shareContact, type SharedDraft } from '../../../tests/support/shared-books.ts';

let database: TestDatabase;
let kathy: Member;
let dean: Member;
let anne: Member;
const now = new Date('2026-06-01T10:00:00Z');

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(async () => {
	kathy = await newMember(database.db);
	dean = await newMember(database.db, kathy.communityId);
	anne = await newMember(database.db, kathy.communityId);
});

const pierre = { givenName: 'Pierre', familyName: 'Kerzreho', company: 'Entreprise X' };
const email = 'pierre.kerzreho@example.com';

const contact = (owner: Member, draft: SharedDraft) => shareContact(database.db, owner, draft);
const match = (...contactIds: string[]) =>
	matchPersons(database.db, { communityId: kathy.communityId, contactIds }, now);
async function matchAll() {
	for (const { communityId, memberId } of [kathy, dean, anne])
		await matchPersons(database.db, { communityId, memberId }, now);
}

/** The pairs that are one person in somebody's sight, and those they are asked about. */
const joined = async (owner: Member) => namesOf(await joinsOf(database.db, owner));
const asked = async (owner: Member) => namesOf(await questionsFor(database.db, owner));
const namesOf = (pairs: readonly { mine: { id: string }; theirs: { id: string } }[]) =>
	pairs.map(({ mine, theirs }) => `${mine.id} ${theirs.id}`).toSorted();

async function becomeAnne(id: string): Promise<void> {
	const names = { givenName: 'Anne', familyName: 'Morgan', fullName: 'Anne Morgan' };
	await database.db.updateTable('contacts').set(names).where('id', '=', id).execute();
	await match(id);
}

describe('a private contact', () => {
	it('hangs on what is shared later', async () => {
		const own = await contact(kathy, { ...pierre, email, sharing: 'private' });
		await matchAll();
		expect(await joined(kathy)).toEqual([]);
		const theirs = await contact(dean, { ...pierre, email });
		await match(theirs);
		expect(await joined(kathy)).toEqual([`${own} ${theirs}`]);
		expect(await joined(dean)).toEqual([]);
		expect(await asked(dean)).toEqual([]);
	});

	it('hangs no more on what has changed into somebody else', async () => {
		const own = await contact(kathy, { ...pierre, sharing: 'private' });
		const theirs = await contact(dean, pierre);
		await matchAll();
		expect(await joined(kathy)).toEqual([`${own} ${theirs}`]);
		await becomeAnne(theirs);
		expect(await joined(kathy)).toEqual([]);
	});

	it('is asked of its owner alone', async () => {
		const names = { givenName: 'Pierre', familyName: 'Kerzreho' };
		const own = await contact(kathy, { ...names, sharing: 'private' });
		const theirs = await contact(dean, names);
		await matchAll();
		expect(await asked(kathy)).toEqual([`${own} ${theirs}`]);
		expect(await asked(dean)).toEqual([]);
		const pair = { contactId: own, otherId: theirs };
		await decidePair(database.db, kathy, { ...pair, decision: 'same' }, now);
		expect(await joined(kathy)).toEqual([`${own} ${theirs}`]);
		expect(await joined(dean)).toEqual([]);
		expect(await decisionsOf(database.db, dean)).toEqual([]);
	});
});

const mine = (draft: SharedDraft) => contact(kathy, { ...pierre, ...draft, sharing: 'private' });

it('a private contact is who its owner says, whatever was said by another while it was shared', async () => {
	const theirs = await contact(dean, { ...pierre, email });
	const own = await contact(kathy, { ...pierre, profile: 'linkedin.com/in/one' });
	await matchAll();
	const pair = { contactId: theirs, otherId: own, decision: 'apart' as const };
	await decidePair(database.db, dean, pair, now);
	await match(own, theirs);
	expect(await joined(kathy)).toEqual([]);
	const ids = [own];
	await shareContacts(database.db, kathy, { ids }, 'private', sharingChanged);
	await match(own);
	expect(await joined(kathy)).toEqual([`${own} ${theirs}`]);
	await shareContacts(database.db, kathy, { ids }, 'visible', sharingChanged);
	await match(own);
	expect(await joined(kathy)).toEqual([]);
});

describe('a private contact beside another of the same owner that is somebody else', () => {
	const one = { profile: 'linkedin.com/in/one' };
	const two = { profile: 'linkedin.com/in/two' };

	it('hangs nowhere by itself, whichever comes first, until its owner says which of them it is', async () => {
		const theirs = await contact(dean, { ...pierre, email });
		const first = await mine(one);
		await matchAll();
		expect(await joined(kathy)).toEqual([`${first} ${theirs}`]);
		const second = await mine(two);
		await match(second);
		expect(await joined(kathy)).toEqual([]);
		const both = [`${first} ${theirs}`, `${second} ${theirs}`];
		expect(await asked(kathy)).toEqual(both.toSorted());
		const pair = { contactId: second, otherId: theirs, decision: 'same' as const };
		await decidePair(database.db, kathy, pair, now);
		expect(await joined(kathy)).toEqual([`${second} ${theirs}`]);
		expect(await asked(kathy)).toEqual([`${first} ${theirs}`]);
	});

	it('hangs there again when the other goes, or turns out to be somebody else altogether', async () => {
		const theirs = await contact(dean, { ...pierre, email });
		const first = await mine(one);
		const alone = [`${first} ${theirs}`];
		const gone = await mine(two);
		await matchAll();
		expect(await joined(kathy)).toEqual([]);
		await deleteContact(database.db, kathy, gone, now);
		await match(gone);
		expect(await joined(kathy)).toEqual(alone);
		const renamed = await mine(two);
		await matchAll();
		expect(await joined(kathy)).toEqual([]);
		await becomeAnne(renamed);
		expect(await joined(kathy)).toEqual(alone);
	});

	it('hangs nowhere by itself either where its owner keeps them apart, shared or not', async () => {
		const theirs = await contact(dean, { ...pierre, email });
		const first = await mine({});
		const second = await mine({});
		await matchAll();
		expect((await joined(kathy)).length).toBe(2);
		await keepApart(database.db, kathy, { oneId: first, otherId: second }, now);
		await match(first, second);
		expect(await joined(kathy)).toEqual([]);
		const ids = [second];
		await shareContacts(database.db, kathy, { ids }, 'visible', sharingChanged);
		await match(second);
		expect(await joined(kathy)).toEqual([`${second} ${theirs}`]);
	});

	it('is not held against that of another owner', async () => {
		const theirs = await contact(dean, { ...pierre, email });
		const first = await mine(one);
		await contact(anne, { ...pierre, ...two, sharing: 'private' });
		await matchAll();
		expect(await joined(kathy)).toEqual([`${first} ${theirs}`]);
		expect((await joined(anne)).length).toBe(1);
	});
});
