import { beforeAll, expect, it } from 'vitest';
import { stranger } from '#lib/access/actor.ts';
import { settle } from '#lib/matching/likenesses.server.ts';
import { listMerges, shownInstead } from '#lib/matching/merge-list.server.ts';
import { mergeContacts } from '#lib/matching/merge.server.ts';
import { readSide } from '#lib/matching/review-side.server.ts';
import { askAgain, countToReview, keepApart, pairsToReview } from '#lib/matching/review.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const now = new Date('2026-05-25T10:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});

async function asked() {
	const { db } = database;
	const kathy = await newMember(db);
	const book = { communityId: kathy.communityId, ownerId: kathy.memberId };
	const ids: string[] = [];
	for (const familyName of ['Morgan', 'Morgane', 'Morgana']) {
		const draft = bareDraft({ givenName: 'Dean', familyName });
		const saved = await createContact(db, kathy, draft, now);
		ids.push(saved.ok ? saved.id : '');
	}
	const [oneId = '', otherId = '', thirdId = ''] = ids;
	const pair = { oneId, otherId };
	await db.transaction().execute((trx) => settle(trx, book, pair, 'asked', now));
	return { db, kathy, book, pair, thirdId };
}

it('nobody but the owner sees, decides or takes back', async () => {
	const { db, kathy, pair } = await asked();
	const colleague = await newMember(db, kathy.communityId);
	const outsider = await newMember(db);
	await mergeContacts(
		db,
		kathy,
		{ keptId: pair.oneId, mergedId: pair.otherId },
		now,
		async () => {}
	);
	for (const actor of [colleague, outsider, stranger]) {
		expect(await pairsToReview(db, actor)).toEqual([]);
		expect(await keepApart(db, actor, pair, now)).toBe(false);
		expect(await askAgain(db, actor, pair, now)).toBe(false);
		expect(await readSide(db, actor, pair.oneId)).toBeNull();
		expect(await listMerges(db, actor)).toEqual([]);
		expect(await shownInstead(db, actor, pair.otherId)).toBeNull();
	}
	expect(await shownInstead(db, kathy, pair.otherId)).toBe(pair.oneId);
	expect(await listMerges(db, kathy, { contactId: pair.oneId })).toHaveLength(1);
});

it('a pair kept apart is asked no more, until that is taken back', async () => {
	const { db, kathy, pair } = await asked();
	expect(await countToReview(db, kathy)).toBe(1);
	expect(await keepApart(db, kathy, pair, now)).toBe(true);
	expect(await countToReview(db, kathy)).toBe(0);
	expect(await askAgain(db, kathy, pair, now)).toBe(true);
	expect(await countToReview(db, kathy)).toBe(1);
	const itself = { oneId: pair.oneId, otherId: pair.oneId };
	expect(await keepApart(db, kathy, itself, now)).toBe(false);
});

it('a question about a hidden contact is one about the contact it shows as', async () => {
	const { db, kathy, pair, thirdId } = await asked();
	const merge = { keptId: thirdId, mergedId: pair.otherId };
	await mergeContacts(db, kathy, merge, now, async () => {});
	const [left] = await pairsToReview(db, kathy);
	expect([left?.oneId, left?.otherId].toSorted()).toEqual([pair.oneId, thirdId].toSorted());
});
