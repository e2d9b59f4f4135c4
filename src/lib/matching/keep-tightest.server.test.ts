import { beforeAll, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { mergeContacts } from '#lib/matching/merge.server.ts';
import { undoMerge } from '#lib/matching/undo-merge.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { shareBook } from '#lib/people/share-book.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import { whoIsVisible } from '#lib/people/shared-contacts.server.ts';
import type { SharingChoice } from '#lib/people/sharing-level.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
const nothing = async () => undefined;
let database: TestDatabase;

beforeAll(async () => {
	database = await testDatabase();
});

async function pair(kept: SharingChoice, merged: SharingChoice) {
	const dean = await newMember(database.db);
	const kathy = await newMember(database.db, dean.communityId);
	await shareBook(database.db, dean, 'visible', nothing);
	const add = async (givenName: string, choice: SharingChoice) => {
		const draft = bareDraft({ givenName, familyName: 'Yvon' });
		const saved = await createContact(database.db, dean, draft, now, choice);
		if (!saved.ok) throw new Error(saved.refusal);
		return saved.id;
	};
	return { dean, kathy, ids: [await add('Pierre', kept), await add('Pierrot', merged)] as const };
}

async function merge(dean: Member, [keptId, mergedId]: readonly [string, string]) {
	await mergeContacts(database.db, dean, { keptId, mergedId }, now, nothing);
	const row = await database.db
		.selectFrom('merges')
		.select('id')
		.where('communityId', '=', dean.communityId)
		.executeTakeFirstOrThrow();
	return row.id;
}

async function seen(kathy: Member): Promise<string[]> {
	const { people } = await whoIsVisible(database.db, kathy, {});
	return people.map(({ name }) => name);
}

it('a contact chosen to be private stays so behind one that was visible, and after', async () => {
	const { dean, kathy, ids } = await pair('book', 'private');
	expect(await seen(kathy)).toEqual(['Pierre Yvon']);
	const mergeId = await merge(dean, ids);
	expect(await seen(kathy)).toEqual([]);
	await undoMerge(database.db, dean, mergeId, now, nothing);
	expect(await seen(kathy)).toEqual([]);
});

it('what only follows the book changes nothing of what was chosen', async () => {
	const { dean, kathy, ids } = await pair('visible', 'book');
	await shareBook(database.db, dean, 'private', nothing);
	await merge(dean, ids);
	expect(await seen(kathy)).toEqual(['Pierre Yvon']);
});

it('what is chosen for two that show as one holds for both when they are separated', async () => {
	const { dean, kathy, ids } = await pair('book', 'book');
	const mergeId = await merge(dean, ids);
	const shared = await shareContacts(database.db, dean, { ids: [ids[0]] }, 'private', nothing);
	expect(shared).toMatchObject({ contacts: 1 });
	await undoMerge(database.db, dean, mergeId, now, nothing);
	expect(await seen(kathy)).toEqual([]);
});
