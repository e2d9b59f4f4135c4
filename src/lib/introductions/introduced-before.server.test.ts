import { beforeAll, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { introducedBefore } from '#lib/introductions/introduced-before.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
const profile = 'https://www.linkedin.com/in/pierre-y';
let database: TestDatabase;
let kathy: Member;
let dean: Member;
const ids = { dean: '', pierre: '', deansPierre: '' };

beforeAll(async () => {
	database = await testDatabase();
	kathy = await newMember(database.db);
	dean = await newMember(database.db, kathy.communityId);
	ids.dean = await add(kathy, 'Dean');
	ids.pierre = await add(kathy, 'Pierre');
	ids.deansPierre = await add(dean, 'Pierre');
	await database.db
		.insertInto('contactDetails')
		.values({
			communityId: dean.communityId,
			contactId: ids.deansPierre,
			kind: 'profile',
			value: profile,
			normalised: profile
		})
		.execute();
	await introduction({ state: 'met', sentAt: now, ask: 'Hello Pierre' });
	await introduction({ state: 'draft', sentAt: null, ask: '' });
});

async function add(member: Member, givenName: string): Promise<string> {
	const draft = bareDraft({ givenName, familyName: 'Test' });
	const saved = await createContact(database.db, member, draft, now);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

async function introduction(one: { state: string; sentAt: Date | null; ask: string }) {
	const { communityId, memberId } = kathy;
	const request = await database.db
		.insertInto('requests')
		.values({
			communityId,
			requesterId: memberId,
			connectorContactId: ids.dean,
			connectorMemberId: dean.memberId,
			connectorName: 'Dean Test',
			sentAt: one.sentAt
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await database.db
		.insertInto('introductions')
		.values({
			communityId,
			requestId: request.id,
			ordinal: 0,
			targetContactId: ids.pierre,
			targetName: 'Pierre Test',
			targetProfile: profile,
			askLetter: one.ask,
			state: one.state,
			since: now
		})
		.execute();
}

it('tells of the connector whom they were asked for, and of the target who introduced them', async () => {
	const told = { kind: 'introduction', on: '2026-05-25', done: true };
	expect(await introducedBefore(database.db, kathy, ids.dean)).toEqual([
		{ ...told, part: 'connector', names: ['Pierre Test'] }
	]);
	expect(await introducedBefore(database.db, kathy, ids.pierre)).toEqual([
		{ ...told, part: 'target', names: ['Dean Test'] }
	]);
	expect(await introducedBefore(database.db, dean, ids.deansPierre)).toEqual([
		{ ...told, part: 'introduced', names: ['Kathy Martin'] }
	]);
});

it('tells nobody else, not even of the same contact', async () => {
	const other = await newMember(database.db, kathy.communityId);
	const outside = await newMember(database.db);
	for (const actor of [dean, other, outside, { kind: 'stranger' } as const])
		expect(await introducedBefore(database.db, actor, ids.pierre)).toEqual([]);
	expect(await introducedBefore(database.db, kathy, 'no id')).toEqual([]);
});
