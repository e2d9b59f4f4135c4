import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { removeTarget, saveDraft } from '#lib/introductions/draft.server.ts';
import { goals } from '#lib/introductions/judge-peace.ts';
import { changePeace } from '#lib/introductions/own-peace.server.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { tick } from '#lib/introductions/tick.server.ts';
import { sendDue, stopWaiting, waitForTurn } from '#lib/introductions/wait-request.server.ts';
import { askingCommunity } from '../../../tests/support/asking.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-23T10:00:00Z');
const december = new Date('2026-12-01T00:05:00Z');
const january = new Date('2027-01-01T00:05:00Z');

/** Dean’s November is full, and Kathy has a letter for him. */
async function fullMonth() {
	const scene = await askingCommunity(db);
	const { kathy, dean, ask, draft, join } = scene;
	const lea = await join();
	await changePeace(db, dean, { asksMonthly: 1, asksFor: goals });
	await ask({ from: lea, to: dean, at: now });
	const requestId = await draft({ from: kathy, to: dean, target: 'Pierre Yvon', at: now });
	const view = () => readOwnRequest(db, kathy, requestId);
	return { ...scene, lea, requestId, view };
}

describe('a request to a connector whose month is full', () => {
	it('waits for the next, cannot be changed meanwhile, and leaves by itself on the day', async () => {
		const { doors, kathy, communityId, requestId, view } = await fullMonth();
		expect(await waitForTurn(db, kathy, requestId, now)).toEqual({
			ok: true,
			sendOn: '2026-12-01'
		});
		expect(await view()).toMatchObject({ sendOn: '2026-12-01', sentAt: null });
		const changed = await saveDraft(db, kathy, requestId, { letter: 'Other words' }, now);
		expect(changed).toEqual({ ok: false, refusal: 'waiting' });
		const [one] = (await view())?.introductions ?? [];
		expect(await removeTarget(db, kathy, requestId, one?.id ?? '')).toMatchObject({ ok: false });
		await sendDue(doors, communityId, new Date('2026-11-30T22:59:00Z'));
		expect(await view()).toMatchObject({ sentAt: null });
		await sendDue(doors, communityId, december);
		expect(await view()).toMatchObject({ sentAt: december, channel: 'mail', sendOn: null });
		await sendDue(doors, communityId, january);
		expect(await view()).toMatchObject({ sentAt: december });
	});

	it('follows the community’s clock, also where it runs ahead', async () => {
		const { doors, kathy, communityId, dean, ask, draft } = await askingCommunity(db);
		await changePeace(db, dean, { asksMonthly: 1, asksFor: goals });
		const today = new Date();
		await ask({ from: kathy, to: dean, at: today });
		const requestId = await draft({ from: kathy, to: dean, at: today });
		await waitForTurn(db, kathy, requestId, today);
		await tick(doors);
		expect(await readOwnRequest(db, kathy, requestId)).toMatchObject({ sentAt: null });
		await db
			.updateTable('communities')
			.set({ clockAheadMs: 31 * 86_400_000 })
			.where('id', '=', communityId)
			.execute();
		await Promise.all([tick(doors), tick(doors)]);
		expect((await readOwnRequest(db, kathy, requestId))?.sentAt).not.toBeNull();
		const sends = await db
			.selectFrom('history')
			.innerJoin('introductions', 'introductions.id', 'history.introductionId')
			.select('history.version')
			.where('requestId', '=', requestId)
			.execute();
		expect(sends).toHaveLength(1);
	});

	it('goes after who waited longer; who finds the new month full waits for the one after', async () => {
		const { doors, kathy, lea, dean, communityId, requestId, draft, view } = await fullMonth();
		const second = await draft({ from: lea, to: dean, at: now });
		await waitForTurn(db, kathy, requestId, now);
		await waitForTurn(db, lea, second, new Date(now.getTime() + 60_000));
		await sendDue(doors, communityId, december);
		expect(await view()).toMatchObject({ sentAt: december });
		expect(await readOwnRequest(db, lea, second)).toMatchObject({
			sentAt: null,
			sendOn: '2027-01-01'
		});
		await sendDue(doors, communityId, january);
		expect(await readOwnRequest(db, lea, second)).toMatchObject({ sentAt: january });
	});

	it('is a draft again when its requester takes it back', async () => {
		const { doors, kathy, communityId, requestId, view } = await fullMonth();
		await waitForTurn(db, kathy, requestId, now);
		expect(await stopWaiting(db, kathy, requestId)).toBe(true);
		expect(await stopWaiting(db, kathy, requestId)).toBe(false);
		await sendDue(doors, communityId, december);
		expect(await view()).toMatchObject({ sentAt: null, sendOn: null, held: '' });
		expect(await saveDraft(db, kathy, requestId, { letter: 'Other words' }, now)).toEqual({
			ok: true
		});
	});

	it('stays, taken back while another was leaving', async () => {
		const { doors, kathy, lea, dean, communityId, requestId, draft, view } = await fullMonth();
		const second = await draft({ from: lea, to: dean, at: now });
		await waitForTurn(db, kathy, requestId, now);
		await waitForTurn(db, lea, second, new Date(now.getTime() + 60_000));
		await changePeace(db, dean, { asksMonthly: null, asksFor: goals });
		let back: Promise<boolean> | undefined;
		const enqueue = async () => void (await (back ??= stopWaiting(db, lea, second)));
		await sendDue({ ...doors, enqueue }, communityId, december);
		expect(await back).toBe(true);
		expect(await view()).toMatchObject({ sentAt: december });
		expect(await readOwnRequest(db, lea, second)).toMatchObject({
			sentAt: null,
			sendOn: null,
			held: ''
		});
	});

	it('is held with the reason when its connector takes no more requests', async () => {
		const { doors, kathy, dean, communityId, requestId, view } = await fullMonth();
		await waitForTurn(db, kathy, requestId, now);
		await changePeace(db, dean, { asksMonthly: 0, asksFor: goals });
		await sendDue(doors, communityId, december);
		expect(await view()).toMatchObject({ sentAt: null, sendOn: null, held: 'resting' });
	});

	it('counts as being asked: another connector is warned of, and needs a yes', async () => {
		const { kathy, requestId, ask, join } = await fullMonth();
		await waitForTurn(db, kathy, requestId, now);
		const wish = { from: kathy, to: await join(), target: 'Pierre Yvon', at: now };
		expect((await ask(wish)).refusal).toBe('several_at_once');
		expect((await ask(wish, { knowing: true })).refusal).toBeNull();
	});
});

describe('waiting', () => {
	it('is refused while there is room, and for what another day would not change', async () => {
		const { kathy, dean, requestId, draft, ask, join } = await fullMonth();
		const anne = await join();
		const open = await draft({ from: kathy, to: anne, target: 'Paul Zeller', at: now });
		expect(await waitForTurn(db, kathy, open, now)).toMatchObject({ refusal: 'changed_meanwhile' });
		await ask({ from: kathy, to: anne, target: 'Pierre Yvon', at: now });
		expect(await waitForTurn(db, kathy, requestId, now)).toMatchObject({
			refusal: 'several_at_once'
		});
		expect(await waitForTurn(db, kathy, requestId, now, { knowing: true })).toMatchObject({
			ok: true
		});
		await changePeace(db, dean, { asksMonthly: 0, asksFor: goals });
		const more = await draft({ from: kathy, to: dean, at: now });
		expect(await waitForTurn(db, kathy, more, now)).toMatchObject({ refusal: 'resting' });
	});

	it('is nobody else’s to choose or to end', async () => {
		const { kathy, dean, lea, communityId, requestId, view } = await fullMonth();
		const others: Actor[] = [
			dean,
			lea,
			await newMember(db),
			{ ...kathy, communityId: (await newMember(db)).communityId },
			{ kind: 'stranger' },
			{ kind: 'connector_link', communityId, requestId }
		];
		for (const other of others)
			expect(await waitForTurn(db, other, requestId, now)).toEqual({
				ok: false,
				refusal: 'not_found'
			});
		await waitForTurn(db, kathy, requestId, now);
		for (const other of others) expect(await stopWaiting(db, other, requestId)).toBe(false);
		expect(await view()).toMatchObject({ sendOn: '2026-12-01' });
	});
});
