import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { retellContact } from '#lib/network/retell.server.ts';
import { asTieWord, sayStrengthOf, strengthsOf } from '#lib/network/tie-strengths.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
const letters: Fact = { kind: 'email', count: 20, mine: 8, theirs: 12, last: '2026-05-20' };
let database: TestDatabase;
let dean: Member;
let pierre: string;

beforeAll(async () => {
	database = await testDatabase();
});

beforeEach(async () => {
	dean = await newMember(database.db);
	pierre = await add(dean, 'Pierre');
});

async function add(member: Member, givenName: string): Promise<string> {
	const draft = bareDraft({ givenName, familyName: 'Test' });
	const saved = await createContact(database.db, member, draft, now);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

async function strength(member: Member, id: string, facts: Fact[] = []) {
	const found = await strengthsOf(database.db, member, new Map([[id, facts]]), now);
	const one = found.get(id);
	if (!one) throw new Error('no strength');
	return one;
}

interface Asking {
	requester: Member;
	connector?: { contact?: string; member?: Member };
	target?: { contact?: string; email?: string };
	state: string;
	sentAt?: Date;
}

async function ask({ requester, connector = {}, target = {}, state, sentAt = now }: Asking) {
	const { communityId } = requester;
	const request = await database.db
		.insertInto('requests')
		.values({
			communityId,
			requesterId: requester.memberId,
			connectorContactId: connector.contact ?? null,
			connectorMemberId: connector.member?.memberId ?? null,
			sentAt
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await database.db
		.insertInto('introductions')
		.values({
			communityId,
			requestId: request.id,
			ordinal: 1,
			targetName: 'Somebody',
			targetContactId: target.contact ?? null,
			askEmail: target.email ?? '',
			askLetter: 'Bonjour',
			state,
			since: now
		})
		.execute();
}

describe('the word of the owner', () => {
	it('outweighs what is known, and can be taken back', async () => {
		const told = await strength(dean, pierre, [letters]);
		expect(await sayStrengthOf(database.db, dean, pierre, 'faint', now)).toBe(true);
		expect(await strength(dean, pierre, [letters])).toMatchObject({ word: 'faint', said: true });
		expect(await sayStrengthOf(database.db, dean, pierre, null, now)).toBe(true);
		expect(await strength(dean, pierre, [letters])).toEqual(told);
	});

	it('stays when the tie is told anew', async () => {
		await sayStrengthOf(database.db, dean, pierre, 'sure', now);
		await retellContact(database.db, dean, pierre);
		expect(await strength(dean, pierre)).toMatchObject({ word: 'sure', said: true });
	});

	it('is said of one’s own contacts only, and read by nobody else', async () => {
		const kathy = await newMember(database.db, dean.communityId);
		const stranger = await newMember(database.db);
		for (const other of [kathy, stranger])
			expect(await sayStrengthOf(database.db, other, pierre, 'sure', now)).toBe(false);
		expect(await sayStrengthOf(database.db, { kind: 'stranger' }, pierre, 'sure', now)).toBe(false);
		expect(await sayStrengthOf(database.db, dean, 'no id', 'sure', now)).toBe(false);
		await sayStrengthOf(database.db, dean, pierre, 'sure', now);
		for (const other of [kathy, stranger])
			expect(await strength(other, pierre)).toMatchObject({ word: 'faint', said: false });
	});

	it('is one of four, or none', () => {
		expect(['sure', 'faint', '', 'perhaps', null].map(asTieWord)).toEqual([
			'sure',
			'faint',
			null,
			undefined,
			undefined
		]);
	});
});

describe('introductions', () => {
	it('that a connector handled speak for them, whatever they decided', async () => {
		const before = await strength(dean, pierre);
		await ask({ requester: dean, connector: { contact: pierre }, state: 'turned_down' });
		expect((await strength(dean, pierre)).value).toBeGreaterThan(before.value);
	});

	it('that a connector left alone for a month speak against them, and younger ones say nothing', async () => {
		const before = await strength(dean, pierre);
		const asked = { requester: dean, connector: { contact: pierre }, state: 'requested' };
		await ask(asked);
		expect(await strength(dean, pierre)).toEqual(before);
		await ask({ ...asked, sentAt: new Date('2026-04-01T10:00:00Z') });
		expect((await strength(dean, pierre)).value).toBeLessThan(before.value);
		expect((await strength(dean, pierre)).silences).toBe(1);
	});

	it('that a target answered count for the connector who wrote, by the address', async () => {
		const kathy = await newMember(database.db, dean.communityId);
		const email = 'pierre@example.com';
		await database.db
			.insertInto('contactDetails')
			.values({
				communityId: dean.communityId,
				contactId: pierre,
				kind: 'email',
				value: email,
				normalised: email
			})
			.execute();
		const before = await strength(dean, pierre);
		const asked = { requester: kathy, connector: { member: dean }, target: { email } };
		await ask({ ...asked, state: 'declined' });
		const answered = await strength(dean, pierre);
		expect(answered.value).toBeGreaterThan(before.value);
		await ask({ ...asked, state: 'unanswered' });
		expect((await strength(dean, pierre)).value).toBeLessThan(answered.value);
	});

	it('of others tell a requester nothing but who agreed', async () => {
		const before = await strength(dean, pierre);
		for (const state of ['declined', 'unanswered', 'asked'])
			await ask({ requester: dean, target: { contact: pierre }, state });
		expect(await strength(dean, pierre)).toEqual(before);
		await ask({ requester: dean, target: { contact: pierre }, state: 'introduced' });
		expect((await strength(dean, pierre)).value).toBeGreaterThan(before.value);
	});
});
