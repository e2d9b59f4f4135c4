import { describe, expect, it } from 'vitest';
import { type Doors, act } from '#lib/introductions/act.server.ts';
import { beginDraft, saveDraft } from '#lib/introductions/draft.server.ts';
import { mayStillSend } from '#lib/introductions/may-still-send.server.ts';
import { newRequest } from '#lib/introductions/new-request.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const { db } = await testDatabase();
const doors: Doors = { db, secret: 'only for these tests', enqueue: async () => {} };
const now = new Date('2026-03-02T09:00:00Z');

/** A letter on its way to Dean, who has no account, about Pierre and Paul. */
async function letterToDean() {
	const kathy = await newMember(db);
	const { communityId } = kathy;
	const people = {
		connector: { name: 'Dean', email: 'dean@example.com' },
		targets: [{ name: 'Pierre' }, { name: 'Paul' }]
	};
	const begun = await beginDraft(doors, kathy, newRequest.parse(people), now);
	if (!begun.ok) throw new Error(begun.refusal);
	const { requestId } = begun;
	await saveDraft(db, kathy, requestId, { subject: 'Two people', letter: 'Hello' }, now);
	await sendRequest(doors, kathy, requestId, 'mail', now);
	const rows = await db
		.selectFrom('introductions')
		.select('id')
		.where('requestId', '=', requestId)
		.execute();
	const [first = '', second = ''] = rows.map((row) => row.id);
	const withdraw = (introductionId: string) =>
		act(doors, kathy, { communityId, introductionId }, { event: { kind: 'withdraw' } }, now);
	const letter = {
		communityId,
		requestId,
		introductionId: first,
		cause: `request:${requestId}`,
		kind: 'letter',
		toEmail: 'dean@example.com',
		toMemberId: null
	};
	return { letter, withdraw, first, second };
}

const judge = (mail: Parameters<typeof mayStillSend>[2]) => mayStillSend(db, doors.secret, mail);

describe('a letter about to leave', () => {
	it('stays when everything it asks for was withdrawn meanwhile', async () => {
		const { letter, withdraw, first, second } = await letterToDean();
		await withdraw(first);
		expect(await judge(letter)).toBe('yes');
		await withdraw(second);
		expect(await judge(letter)).toBe('withdrawn');
	});

	it('to one target stays when that one was withdrawn', async () => {
		const { letter, withdraw, first, second } = await letterToDean();
		const ask = { ...letter, cause: 'deliver_ask:1', toEmail: 'pierre@example.com' };
		await withdraw(first);
		expect(await judge(ask)).toBe('withdrawn');
		expect(await judge({ ...ask, introductionId: second })).toBe('yes');
	});
});
