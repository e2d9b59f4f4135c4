import { beforeAll, expect, it } from 'vitest';
import { type Actor, type Member, stranger, system } from '#lib/access/actor.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { readVisible, whoIsVisible } from '#lib/people/shared-contacts.server.ts';
import type { SharingChoice } from '#lib/people/sharing-level.ts';
import { bookAs, contactAs, viewersOf } from '#lib/people/view-as.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
let database: TestDatabase;
let dean: Member;
let kathy: Member;

beforeAll(async () => {
	database = await testDatabase();
	dean = await newMember(database.db);
	kathy = await newMember(database.db, dean.communityId);
});

async function add(owner: Member, familyName: string, sharing: SharingChoice): Promise<string> {
	const draft = bareDraft({ givenName: 'Pierre', familyName, company: 'Acme', notes: 'secret' });
	const saved = await createContact(database.db, owner, draft, now, sharing);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

const as = (contactId: string, memberId = kathy.memberId) => ({ contactId, memberId });

it('an owner sees of a contact what the other member is given, level by level', async () => {
	const { db } = database;
	const seen = await add(dean, 'Seen', 'visible');
	const shown = await contactAs(db, dean, as(seen));
	const { id: _id, ownerId: _owner, ...given } = (await readVisible(db, kathy, seen)) ?? {};
	expect(shown?.shown).toEqual({ as: 'visible', ...given });
	expect(shown?.viewer.id).toBe(kathy.memberId);
	const blind = await contactAs(db, dean, as(await add(dean, 'Blind', 'blind')));
	expect(blind?.shown).toEqual({ as: 'counted', company: 'Acme' });
	const hidden = await contactAs(db, dean, as(await add(dean, 'Hidden', 'private')));
	expect(hidden?.shown).toEqual({ as: 'nothing' });
});

it('an owner sees of the book what the other member finds of it, and nothing of others’ books', async () => {
	const { db } = database;
	const third = await newMember(db, dean.communityId);
	await add(third, 'Third', 'visible');
	await add(kathy, 'Own', 'visible');
	const page = await bookAs(db, dean, { memberId: kathy.memberId });
	const found = await whoIsVisible(db, kathy, { ownerId: dean.memberId });
	expect(page).toMatchObject(found);
	expect(page?.people.map(({ name }) => name)).toEqual(['Pierre Seen']);
});

it('nobody looks through the eyes of themselves, of no member, or of another community', async () => {
	const { db } = database;
	const seen = await add(dean, 'Again', 'visible');
	const elsewhere = await newMember(db);
	for (const memberId of [dean.memberId, elsewhere.memberId, crypto.randomUUID(), 'x']) {
		expect(await contactAs(db, dean, as(seen, memberId))).toBeNull();
		expect(await bookAs(db, dean, { memberId })).toBeNull();
	}
	const viewers = await viewersOf(db, dean);
	expect(viewers.map(({ id }) => id)).not.toContain(elsewhere.memberId);
	expect(viewers.map(({ id }) => id)).not.toContain(dean.memberId);
});

it('another’s contact cannot be looked at through a third one’s eyes', async () => {
	const { db } = database;
	const hidden = await add(dean, 'Kept', 'private');
	const third = await newMember(db, dean.communityId);
	const others: Actor[] = [
		stranger,
		system,
		kathy,
		await newMember(db),
		{ ...dean, communityId: (await newMember(db)).communityId },
		{ kind: 'target_link', communityId: dean.communityId, introductionId: hidden }
	];
	for (const actor of others) {
		expect(await contactAs(db, actor, as(hidden, third.memberId))).toBeNull();
		expect(
			(await bookAs(db, actor, { memberId: third.memberId }))?.people ?? []
		).not.toContainEqual(expect.objectContaining({ ownerId: dean.memberId }));
	}
});
