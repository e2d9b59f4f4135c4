import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { matchBook, matchContact } from '#lib/matching/match-book.server.ts';
import { mergeContacts } from '#lib/matching/merge.server.ts';
import { undoMerge } from '#lib/matching/undo-merge.server.ts';
import { bareDraft, type DetailDraft } from '#lib/people/contact-draft.ts';
import { countContacts, listContacts } from '#lib/people/contact-list.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

let database: TestDatabase;
let kathy: Member;
let clock = Date.parse('2026-05-25T10:00:00Z');
const tick = () => new Date((clock += 60_000));
const noRetelling = async () => {};
const book = () => ({ communityId: kathy.communityId, ownerId: kathy.memberId });
const match = () => matchBook(database.db, book(), tick(), noRetelling);

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(async () => {
	kathy = await newMember(database.db);
	for (const [givenName, familyName, company] of bystanders)
		await person(givenName, familyName, company);
});

/** Others in the book, so that it can be told which names are rare. */
const bystanders = [
	'Anne Roy',
	'Paul Zeller',
	'Marc Petit',
	'Lucie Faure',
	'Omar Diallo',
	'Ines Costa'
]
	.concat(['Hugo Blanc', 'Eva Lind', 'Tom Baker', 'Nora Weiss', 'Ali Haddad', 'Rosa Conti'])
	.map((name, at) => [...name.split(' '), `Company ${at}`]);

async function person(givenName = '', familyName = '', company = '', ...details: string[]) {
	const draft = { ...bareDraft({ givenName, familyName, company }), details: details.map(detail) };
	const saved = await createContact(database.db, kathy, draft, tick());
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

function detail(value: string): DetailDraft {
	const kind = value.startsWith('+') ? 'phone' : value.includes('@') ? 'email' : 'profile';
	return { kind, value, normalised: value };
}

async function asked(): Promise<string[][]> {
	const rows = await database.db
		.selectFrom('likenesses')
		.select(['oneId', 'otherId'])
		.where('communityId', '=', kathy.communityId)
		.where('state', '=', 'asked')
		.execute();
	return rows.map(({ oneId, otherId }) => [oneId, otherId].toSorted());
}

async function theMerge(): Promise<string> {
	const { id } = await database.db
		.selectFrom('merges')
		.select('id')
		.where('communityId', '=', kathy.communityId)
		.where('undoneAt', 'is', null)
		.executeTakeFirstOrThrow();
	return id;
}

describe('matching a book', () => {
	it('joins by itself who shares a profile, an e-mail address or a phone', async () => {
		await person('Dean', 'Morgan', 'ACME', 'https://www.linkedin.com/in/dean', 'dean@example.com');
		await person('D.', 'Morgan', '', 'dean@example.com', '+33639981234');
		await person('Dean', '', '', '+33639981234');
		expect(await match()).toMatchObject({ merged: 2 });
		const { contacts } = await listContacts(database.db, kathy, { query: 'morgan' });
		expect(contacts.map(({ fullName }) => fullName)).toEqual(['Dean Morgan']);
		const again = await match();
		expect(again.merged).toBe(0);
	});

	it('keeps the name of who was known by an address before', async () => {
		await person('', 'dean@example.com', '', 'dean@example.com');
		await person('Dean', 'Morgan', '', 'dean@example.com');
		await match();
		const { contacts } = await listContacts(database.db, kathy, { query: 'dean' });
		expect(contacts.map(({ fullName }) => fullName)).toEqual(['Dean Morgan']);
	});

	it('joins neither couples with one address, nor two profiles, nor a whole office', async () => {
		await person('Jean', 'Martin', '', 'martin@example.com');
		await person('Jeanne', 'Martin', '', 'martin@example.com');
		await person('Dean', 'Morgan', '', 'https://www.linkedin.com/in/dean', 'dean@example.com');
		await person('Dean', 'Morgan', '', 'https://www.linkedin.com/in/dean-2', 'dean@example.com');
		for (const name of 'abcdefghi') await person('', `${name}${name}son`, '', '+33639980000');
		expect(await match()).toMatchObject({ merged: 0 });
	});

	it('asks about likely pairs, and leaves homonyms of different companies alone', async () => {
		const one = await person('Aurélien', 'Kerzreho', 'ACME');
		const other = await person('Aurelien', 'KERZREHO', 'Acme SAS');
		for (const at of [1, 2, 3, 4, 5]) await person('Jean', 'Martin', `Other ${at}`);
		const { merged } = await match();
		expect(merged).toBe(0);
		expect(await asked()).toContainEqual([one, other].toSorted());
		expect(await countContacts(database.db, kathy)).toBe(bystanders.length + 7);
	});

	it('asks about nobody where all have profiles of their own, and of one who has none', async () => {
		kathy = await newMember(database.db);
		for (const slug of ['pierre-1', 'pierre-2'])
			await person('Pierre', 'Quémeneur', 'Kerguelen SAS', `https://www.linkedin.com/in/${slug}`);
		expect(await match()).toEqual({ merged: 0, asked: 0 });
		const alike = await person('Pierre', 'Quémeneur', 'Kerguelen SAS');
		for (const [givenName, familyName, company] of bystanders)
			await person(givenName, familyName, company);
		expect(await match()).toMatchObject({ merged: 0 });
		expect((await asked()).flat()).toContain(alike);
	});

	it('never joins again by itself, nor asks about, what was separated by hand', async () => {
		const one = await person('Aurélien', 'Kerzreho', 'ACME', 'ak@example.com');
		const other = await person('Aurélien', 'Kerzreho', 'ACME', 'ak@example.com');
		expect(await match()).toMatchObject({ merged: 1 });
		await undoMerge(database.db, kathy, await theMerge(), tick(), noRetelling);
		expect(await match()).toMatchObject({ merged: 0 });
		expect(await asked()).not.toContainEqual([one, other].toSorted());
		const third = await person('Aurélien', 'Kerzreho', 'ACME', 'ak@example.com');
		await match();
		const { contacts } = await listContacts(database.db, kathy, { query: 'kerzreho' });
		expect(contacts).toHaveLength(2);
		expect(third).toBeTruthy();
	});

	it('leaves another member’s book alone', async () => {
		const other = await newMember(database.db, kathy.communityId);
		await person('Dean', 'Morgan', '', 'dean@example.com');
		await person('Dean', 'Morgan', '', 'dean@example.com');
		const theirs = { communityId: other.communityId, ownerId: other.memberId };
		expect(await matchBook(database.db, theirs, tick(), noRetelling)).toEqual({
			merged: 0,
			asked: 0
		});
		expect(await countContacts(database.db, kathy)).toBe(bystanders.length + 2);
	});
});

describe('matching one contact', () => {
	it('joins and asks for this one only', async () => {
		await person('Dean', 'Morgan', '', 'dean@example.com');
		await person('Dean', 'Morgan', '', 'dean@example.com');
		const one = await person('Aurélien', 'Kerzreho', 'ACME');
		const other = await person('Aurélien', 'Kerzreho', 'ACME');
		await matchContact(database.db, book(), other, tick(), noRetelling);
		expect(await asked()).toEqual([[one, other].toSorted()]);
		const third = await person('Dean', 'Morgan', '', 'dean@example.com');
		await matchContact(database.db, book(), third, tick(), noRetelling);
		const { contacts } = await listContacts(database.db, kathy, { query: 'morgan' });
		expect(contacts).toHaveLength(2);
	});

	it('does nothing for a contact that is somebody else’s', async () => {
		const other = await newMember(database.db, kathy.communityId);
		const id = await person('Dean', 'Morgan', '', 'dean@example.com');
		const theirs = { communityId: other.communityId, ownerId: other.memberId };
		expect(await matchContact(database.db, theirs, id, tick(), noRetelling)).toEqual({
			merged: 0,
			asked: 0
		});
	});
});

it('a merge by hand leaves no question about the two', async () => {
	const one = await person('Aurélien', 'Kerzreho', 'ACME');
	const other = await person('Aurélien', 'Kerzreho', 'ACME');
	await match();
	await mergeContacts(database.db, kathy, { keptId: one, mergedId: other }, tick(), noRetelling);
	await match();
	expect(await asked()).toEqual([]);
});
