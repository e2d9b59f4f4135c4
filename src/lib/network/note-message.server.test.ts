import { beforeEach, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { dormantTie } from '#lib/network/dormant.server.ts';
import { noteMessage } from '#lib/network/note-message.server.ts';
import { retellContact } from '#lib/network/retell.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { readHistory } from '#lib/people/contact-read.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const { db } = await testDatabase();
const now = new Date('2026-05-25T09:00:00Z');
const later = new Date('2026-06-01T09:00:00Z');
let kathy: Member;
let sylvie: string;

beforeEach(async () => {
	kathy = await newMember(db);
	const draft = bareDraft({ givenName: 'Sylvie', familyName: 'Marchand' });
	const made = await createContact(db, kathy, draft, now);
	if (!made.ok) throw new Error(made.refusal);
	sylvie = made.id;
	const at = { communityId: kathy.communityId, contactId: sylvie };
	const told = { kind: 'messages', count: 3, last: '2014-05-19' };
	await db
		.insertInto('evidence')
		.values({ ...at, fact: JSON.stringify(told) })
		.execute();
	await retellContact(db, kathy, sylvie);
});

async function facts() {
	const rows = await db
		.selectFrom('evidence')
		.select('fact')
		.where('contactId', '=', sylvie)
		.orderBy('createdAt', 'desc')
		.execute();
	return rows.map((row) => row.fact);
}
const written = async () =>
	(await readHistory(db, kathy, sylvie)).filter(({ event }) => event.kind === 'written').length;

it('a message noted by hand wakes the tie, beside what a file told, and stands in the history', async () => {
	expect((await dormantTie(db, kathy, now))?.contact.id).toBe(sylvie);
	expect(await noteMessage(db, kathy, sylvie, now)).toBe(true);
	expect(await dormantTie(db, kathy, now)).toBeNull();
	expect(await facts()).toEqual(
		expect.arrayContaining([
			{ kind: 'messages', count: 3, last: '2014-05-19' },
			{ kind: 'messages', count: 1, first: '2026-05-25', last: '2026-05-25', by: 'hand' }
		])
	);
	expect(await written()).toBe(1);
});

it('counts once a day, and on with the days', async () => {
	for (const at of [now, now, later]) await noteMessage(db, kathy, sylvie, at);
	expect(await facts()).toContainEqual({
		kind: 'messages',
		count: 2,
		first: '2026-05-25',
		last: '2026-06-01',
		by: 'hand'
	});
	expect(await facts()).toHaveLength(2);
	expect(await written()).toBe(2);
});

it('two clicks at once count once', async () => {
	await Promise.all([noteMessage(db, kathy, sylvie, now), noteMessage(db, kathy, sylvie, now)]);
	expect(await written()).toBe(1);
});

it('is refused to everybody but the owner, and changes nothing then', async () => {
	const others = [
		await newMember(db, kathy.communityId),
		await newMember(db),
		{ kind: 'stranger' } as const,
		{ kind: 'system' } as const
	];
	for (const actor of others) expect(await noteMessage(db, actor, sylvie, now)).toBe(false);
	expect(await noteMessage(db, kathy, 'no id at all', now)).toBe(false);
	expect(await facts()).toHaveLength(1);
	expect(await written()).toBe(0);
});
