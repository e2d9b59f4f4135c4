import { describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { act } from '#lib/introductions/act.server.ts';
import { goals } from '#lib/introductions/judge-peace.ts';
import { changePeace } from '#lib/introductions/own-peace.server.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { askingCommunity } from '../../../tests/support/asking.ts';
import { atOnce } from '../../../tests/support/at-once.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const { db, pool } = await testDatabase();
const now = new Date('2026-11-23T10:00:00Z');

// Whoever sends has judged by then, and nothing of it is to be seen yet.
const beforeHistory = 'lock table history in share mode';

const stateOf = (requestId: string) =>
	db
		.selectFrom('introductions')
		.innerJoin('requests', 'requests.id', 'introductions.requestId')
		.select(['introductions.id', 'state', 'sentAt', 'severalConfirmedAt'])
		.where('requestId', '=', requestId)
		.executeTakeFirstOrThrow();

async function contactOf(owner: Member, name: string): Promise<string> {
	const saved = await createContact(db, owner, bareDraft({ givenName: name, familyName: '' }), now);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

describe('a month of requests', () => {
	it('has four places unless its owner says otherwise, whoever takes them', async () => {
		const { kathy, dean, ask, join } = await askingCommunity(db);
		const lea = await join();
		for (const from of [kathy, lea, kathy, lea])
			expect(await ask({ from, to: dean, at: now })).toMatchObject({ refusal: null });
		const fifth = await ask({ from: kathy, to: dean, at: now });
		expect(fifth.refusal).toBe('asked_enough');
		expect(await stateOf(fifth.requestId)).toMatchObject({ state: 'draft', sentAt: null });
		await changePeace(db, dean, { asksMonthly: null, asksFor: goals });
		expect(await ask({ from: kathy, to: dean, at: now })).toMatchObject({ refusal: null });
		await changePeace(db, dean, { asksMonthly: 0, asksFor: goals });
		expect(await ask({ from: lea, to: dean, at: now })).toMatchObject({ refusal: 'resting' });
	});

	it('gives its last place to one of two who send at once', async () => {
		const { doors, kathy, dean, draft, join } = await askingCommunity(db);
		await changePeace(db, dean, { asksMonthly: 1, asksFor: goals });
		const senders = [kathy, ...(await Promise.all(Array.from({ length: 4 }, join)))];
		const acts = await Promise.all(
			senders.map(async (from) => {
				const requestId = await draft({ from, to: dean, at: now });
				return () => sendRequest(doors, from, requestId, 'mail', now);
			})
		);
		const sent = await atOnce(pool, beforeHistory, acts);
		expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
		expect(sent.filter((one) => !one.ok && one.refusal === 'asked_enough')).toHaveLength(4);
	});

	it('does not wait for what holds the rows of members long, as an import does', async () => {
		const { doors, kathy, dean, draft } = await askingCommunity(db);
		const requestId = await draft({ from: kathy, to: dean, at: now });
		await db.transaction().execute(async (trx) => {
			await trx.selectFrom('members').select('id').forNoKeyUpdate().execute();
			expect(await sendRequest(doors, kathy, requestId, 'mail', now)).toMatchObject({ ok: true });
		});
	});

	it('turns on the first of the month, and asks of another community are another’s', async () => {
		const { kathy, dean, ask } = await askingCommunity(db);
		const other = await askingCommunity(db);
		await changePeace(db, dean, { asksMonthly: 1, asksFor: goals });
		expect((await ask({ from: kathy, to: dean, at: now })).refusal).toBeNull();
		const lastMinute = new Date('2026-11-30T22:59:00Z');
		expect((await ask({ from: kathy, to: dean, at: lastMinute })).refusal).toBe('asked_enough');
		const first = new Date('2026-11-30T23:01:00Z');
		expect((await ask({ from: kathy, to: dean, at: first })).refusal).toBeNull();
		const elsewhere = { from: other.kathy, to: other.dean, at: first };
		expect((await other.ask(elsewhere)).refusal).toBeNull();
	});

	it('is for what its owner accepts, told before a letter is begun', async () => {
		const { kathy, dean, ask, draft } = await askingCommunity(db);
		const begun = await draft({ from: kathy, to: dean, goal: 'client', at: now });
		await changePeace(db, dean, { asksMonthly: 4, asksFor: ['job'] });
		const { doors } = await askingCommunity(db);
		expect(await sendRequest(doors, kathy, begun, 'mail', now)).toMatchObject({
			refusal: 'not_for_this'
		});
		await expect(draft({ from: kathy, to: dean, goal: 'client', at: now })).rejects.toThrow(
			'not_for_this'
		);
		await expect(draft({ from: kathy, to: dean, at: now })).rejects.toThrow('not_for_this');
		const job = await ask({ from: kathy, to: dean, goal: 'job', at: now });
		expect(job.refusal).toBeNull();
	});

	it('is not kept for somebody without an account, who has set nothing', async () => {
		const { kathy, ask } = await askingCommunity(db);
		for (let sent = 0; sent < 6; sent += 1)
			expect((await ask({ from: kathy, to: 'Anne Lefort', at: now })).refusal).toBeNull();
	});
});

describe('the same connector for the same target', () => {
	it('is asked once by one member, and once by another', async () => {
		const { kathy, dean, ask, join } = await askingCommunity(db);
		const wish = { from: kathy, to: dean, target: 'Pierre Yvon', at: now };
		expect((await ask(wish)).refusal).toBeNull();
		expect((await ask({ ...wish, target: 'PIERRE YVON' }, { knowing: true })).refusal).toBe(
			'asked_before'
		);
		expect((await ask({ ...wish, from: await join() })).refusal).toBeNull();
	});

	it('may be asked anew when it was taken back before anybody was asked, not after', async () => {
		const { doors, kathy, dean, communityId, ask } = await askingCommunity(db);
		const wish = { from: kathy, to: dean, target: 'Pierre Yvon', at: now };
		const withdraw = { event: { kind: 'withdraw' } } as const;
		const keyOf = async (requestId: string) => ({
			communityId,
			introductionId: (await stateOf(requestId)).id
		});
		const first = await ask(wish);
		await act(doors, kathy, await keyOf(first.requestId), withdraw, now);
		const second = await ask(wish);
		expect(second.refusal).toBeNull();
		const key = await keyOf(second.requestId);
		const words = { askLetter: 'Hello', askSubject: 'A friend', askChannel: 'hand' } as const;
		expect(await act(doors, dean, key, { event: { kind: 'ask' }, words }, now)).toMatchObject({
			ok: true
		});
		expect(await act(doors, kathy, key, withdraw, now)).toMatchObject({ ok: true });
		expect((await ask(wish)).refusal).toBe('asked_before');
	});

	it('knows a target by their person, under two contacts', async () => {
		const { kathy, dean, communityId, ask } = await askingCommunity(db);
		const [one, two] = [await contactOf(kathy, 'Pierre'), await contactOf(kathy, 'P. Yvon')];
		const wish = { from: kathy, to: dean, at: now };
		expect((await ask({ ...wish, target: { contactId: one } })).refusal).toBeNull();
		const person = { communityId, ownerId: kathy.memberId, shared: true, joinedAt: now };
		const personId = crypto.randomUUID();
		for (const contactId of [one, two])
			await db
				.insertInto('personContacts')
				.values({ ...person, contactId, personId })
				.execute();
		expect((await ask({ ...wish, target: { contactId: two } })).refusal).toBe('asked_before');
	});
});

describe('several connectors at once', () => {
	it('are asked for one target only by who says that they know, which is remembered', async () => {
		const { kathy, dean, ask, join } = await askingCommunity(db);
		const anne = await join();
		const wish = { from: kathy, target: 'Pierre Yvon', at: now };
		expect((await ask({ ...wish, to: dean })).refusal).toBeNull();
		const unkind = await ask({ ...wish, to: anne });
		expect(unkind.refusal).toBe('several_at_once');
		expect(await stateOf(unkind.requestId)).toMatchObject({
			sentAt: null,
			severalConfirmedAt: null
		});
		const known = await ask({ ...wish, to: anne }, { knowing: true });
		expect(known.refusal).toBeNull();
		expect(await stateOf(known.requestId)).toMatchObject({ severalConfirmedAt: now });
		expect((await ask({ ...wish, to: 'Somebody else' })).refusal).toBe('several_at_once');
	});

	it('cannot be asked unknowingly by sending two letters at once', async () => {
		const { doors, kathy, dean, draft, join } = await askingCommunity(db);
		const to = [dean, await join(), await join()];
		const drafts = await Promise.all(
			to.map((one) => draft({ from: kathy, to: one, target: 'Pierre Yvon', at: now }))
		);
		const acts = drafts.map((id) => () => sendRequest(doors, kathy, id, 'mail', now));
		const sent = await atOnce(pool, beforeHistory, acts);
		expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
	});

	it('may follow one another: after a no, another is asked freely', async () => {
		const { doors, kathy, dean, communityId, ask, join } = await askingCommunity(db);
		const wish = { from: kathy, target: 'Pierre Yvon', at: now };
		const { requestId } = await ask({ ...wish, to: dean });
		const { id: introductionId } = await stateOf(requestId);
		const turnDown = { event: { kind: 'turn_down' } } as const;
		await act(doors, dean, { communityId, introductionId }, turnDown, now);
		expect((await ask({ ...wish, to: await join() })).refusal).toBeNull();
	});
});
