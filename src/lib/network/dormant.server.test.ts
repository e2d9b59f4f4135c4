import { beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { dormantTie } from '#lib/network/dormant.server.ts';
import { retellContact } from '#lib/network/retell.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const { db } = await testDatabase();
const now = new Date('2026-05-25T09:00:00Z');
const day = 86_400_000;
let kathy: Member;

beforeEach(async () => {
	kathy = await newMember(db);
});

async function contact(givenName: string, facts: Fact[], metOn = ''): Promise<string> {
	const created = await createContact(
		db,
		kathy,
		bareDraft({ givenName, familyName: '', metOn }),
		now
	);
	if (!created.ok) throw new Error(created.refusal);
	for (const fact of facts)
		await db
			.insertInto('evidence')
			.values({ communityId: kathy.communityId, contactId: created.id, fact: JSON.stringify(fact) })
			.execute();
	await retellContact(db, kathy, created.id);
	return created.id;
}

const colleagues: Fact = { kind: 'shared_employer', company: 'ACME', from: '1999', to: '2003' };
const found = async (at = now) => (await dormantTie(db, kathy, at))?.contact.fullName;

describe('a dormant tie', () => {
	it('has real evidence and no exchange for three years', async () => {
		await contact('Sylvie', [colleagues, { kind: 'messages', count: 3, last: '2014-05-19' }]);
		expect(await dormantTie(db, kathy, now)).toMatchObject({
			contact: { fullName: 'Sylvie' },
			facts: [{ kind: 'shared_employer' }, { kind: 'messages', last: '2014-05-19' }]
		});
	});

	it('is none with a mere connection or invitation', async () => {
		await contact('Paul', [
			{ kind: 'connected', on: '2015-04' },
			{ kind: 'invitation', direction: 'theirs', on: '2015', accepted: true, note: false }
		]);
		expect(await found()).toBeUndefined();
	});

	it.each<[string, Fact[], string]>([
		['a message', [colleagues, { kind: 'messages', count: 1, last: '2024-01' }], ''],
		['a meeting of a year that may be recent', [{ kind: 'meeting', count: 1, last: '2023' }], ''],
		[
			'a recommendation',
			[colleagues, { kind: 'recommendation', direction: 'mine', on: '2025' }],
			''
		],
		['still working together', [{ kind: 'shared_employer', company: 'ACME', from: '2019' }], ''],
		['a first meeting', [colleagues], '2025-03']
	])('is none after %s within three years', async (_what, facts, metOn) => {
		await contact('Anne', facts, metOn);
		expect(await found()).toBeUndefined();
	});

	it('turns exactly three years after the last exchange', async () => {
		await contact('Inès', [{ kind: 'email', count: 2, last: '2023-05-25' }]);
		expect([await found(), await found(new Date(now.getTime() + day))]).toEqual([
			undefined,
			'Inès'
		]);
	});

	it('is the same all day, and takes its turn with others over the days', async () => {
		for (const name of ['A', 'B', 'C', 'D']) await contact(name, [colleagues]);
		expect(await found(new Date('2026-05-25T20:00:00Z'))).toBe(await found());
		const days = Array.from({ length: 30 }, (_, at) => new Date(now.getTime() + at * day));
		const chosen = new Set(await Promise.all(days.map((at) => found(at))));
		expect(chosen.size).toBeGreaterThan(1);
	});

	it('leaves out whom a request is about, whom one deleted, and whom others know', async () => {
		const id = await contact('Dean', [colleagues]);
		const deleted = await contact('Gone', [colleagues]);
		await db.updateTable('contacts').set({ deletedAt: now }).where('id', '=', deleted).execute();
		await db
			.insertInto('requests')
			.values({
				communityId: kathy.communityId,
				requesterId: kathy.memberId,
				connectorContactId: id
			})
			.execute();
		expect(await found()).toBeUndefined();
		const other = await newMember(db, kathy.communityId);
		await contact('Mine', [colleagues]);
		expect(await dormantTie(db, other, now)).toBeNull();
		expect(await dormantTie(db, { kind: 'stranger' }, now)).toBeNull();
	});
});
