import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Member, stranger } from '#lib/access/actor.ts';
import {
	acquaintancesOf,
	knownBy,
	removeAcquaintance,
	saveAcquaintance
} from '#lib/network/acquaintances.server.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { deleteContact } from '#lib/people/contact-delete.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
let database: TestDatabase;
let kathy: Member;
let dean: string;
let pierre: string;

beforeAll(async () => {
	database = await testDatabase();
	kathy = await newMember(database.db);
	dean = await add(kathy, 'Dean');
	pierre = await add(kathy, 'Pierre');
});

async function add(actor: Actor, givenName: string): Promise<string> {
	const draft = bareDraft({ givenName, familyName: 'Test' });
	const saved = await createContact(database.db, actor, draft, now);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

const names = (found: Awaited<ReturnType<typeof knownBy>>) =>
	found.map(({ contact, how }) => `${contact.fullName}: ${how}`);

describe('"Dean knows Pierre"', () => {
	it('is read from both ends, and its words are replaced only by words', async () => {
		const { db } = database;
		const pair = { connectorId: dean, targetId: pierre };
		expect(await saveAcquaintance(db, kathy, { ...pair, how: 'ACME' }, now)).toEqual({ ok: true });
		await saveAcquaintance(db, kathy, pair, now);
		expect(names(await acquaintancesOf(db, kathy, pierre))).toEqual(['Dean Test: ACME']);
		expect(names(await knownBy(db, kathy, dean))).toEqual(['Pierre Test: ACME']);
		expect(await knownBy(db, kathy, pierre)).toEqual([]);
		await saveAcquaintance(db, kathy, { ...pair, how: ' cousins ' }, now);
		expect(names(await knownBy(db, kathy, dean))).toEqual(['Pierre Test: cousins']);
		expect(await removeAcquaintance(db, kathy, pair)).toBe(true);
		expect(await knownBy(db, kathy, dean)).toEqual([]);
	});

	it('is not noted of one person alone', async () => {
		const pair = { connectorId: dean, targetId: dean };
		const saved = await saveAcquaintance(database.db, kathy, pair, now);
		expect(saved).toEqual({ ok: false, refusal: 'same_person' });
	});

	it('goes out of sight with either of them', async () => {
		const [anne, paul] = [await add(kathy, 'Anne'), await add(kathy, 'Paul')];
		await saveAcquaintance(database.db, kathy, { connectorId: anne, targetId: paul }, now);
		await deleteContact(database.db, kathy, paul, now);
		expect(await knownBy(database.db, kathy, anne)).toEqual([]);
	});

	it('is refused between contacts of others, and hidden from everyone else', async () => {
		const { db } = database;
		const other = await newMember(db, kathy.communityId);
		const theirs = await add(other, 'Ines');
		const pair = { connectorId: dean, targetId: pierre };
		await saveAcquaintance(db, kathy, pair, now);
		const notFound = { ok: false, refusal: 'not_found' };
		expect(await saveAcquaintance(db, kathy, { ...pair, targetId: theirs }, now)).toEqual(notFound);
		for (const actor of [other, await newMember(db), stranger]) {
			expect(await saveAcquaintance(db, actor, pair, now)).toEqual(notFound);
			expect(await acquaintancesOf(db, actor, pierre)).toEqual([]);
			expect(await knownBy(db, actor, dean)).toEqual([]);
			expect(await removeAcquaintance(db, actor, pair)).toBe(false);
		}
	});
});

it('evidence of a tie is read by its owner alone', async () => {
	const { db } = database;
	const fact = { kind: 'messages', count: 4, last: '2011' };
	const row = { communityId: kathy.communityId, contactId: dean, fact: JSON.stringify(fact) };
	await db.insertInto('evidence').values(row).execute();
	const { contacts } = await listContacts(db, kathy, { query: 'dean' });
	expect((await tiesTo(db, kathy, contacts)).get(dean)).toEqual([fact]);
	const other = await newMember(db, kathy.communityId);
	for (const actor of [other, stranger])
		expect((await tiesTo(db, actor, contacts)).get(dean)).toEqual([{ kind: 'none' }]);
});
