import { describe, expect, it } from 'vitest';
import { hideMember, showMember } from '#lib/communities/out-of-sight.server.ts';
import type { Member } from '#lib/access/actor.ts';
import { act, type Doors } from '#lib/introductions/act.server.ts';
import { readConnectorPage } from '#lib/introductions/connector-page.server.ts';
import { beginDraft, saveDraft } from '#lib/introductions/draft.server.ts';
import { listIntroductions } from '#lib/introductions/introduction-list.server.ts';
import { mayStillSend } from '#lib/introductions/may-still-send.server.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import { standsStill, stateSentence } from '#lib/introductions/state-sentence.ts';
import { tick } from '#lib/introductions/tick.server.ts';
import { todayItems } from '#lib/introductions/today-items.ts';
import { todayOf } from '#lib/introductions/today.ts';
import * as answerPage from '../../a/[token]/+page.server.ts';
import * as connectorPage from './+page.server.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { asking, introducing } from '../../../../tests/support/introducing.ts';
import { dumpOf, linkPages, tokenOf } from '../../../../tests/support/link-page.ts';

const { db, pool } = await testDatabase();
// A month ago, so that reminders are due, and no link is over.
const now = new Date(Date.now() - 30 * 86_400_000);
const later = new Date(now.getTime() + 60_000);
const soon = new Date(later.getTime() + 60_000);
const names = /Pierre|Paul|Kathy|Dean|Hello/;
const yes = { answer: 'agree', email: 'pierre.yvon@example.com' };

/** Kathy asked Dean for two people, and he asked the first; their links, and what removes Kathy. */
async function underWay() {
	const story = await introducing(db);
	const { doors, kathy, dean, request, does } = story;
	const { communityId, memberId } = kathy;
	const { requestId, ids } = await request(['Pierre Yvon', 'Paul Zeller'], now);
	const [pierre = '', paul = ''] = ids;
	await does('connector', pierre, asking, now);
	const toDean = await tokenOf(doors, communityId, { purpose: 'connector', requestId });
	const toPierre = await tokenOf(doors, communityId, { purpose: 'target', introductionId: pierre });
	const move = (who: 'kathy' | 'dean', at = later) => {
		const key = { communityId, memberId: who === 'kathy' ? memberId : dean.memberId };
		const within = db.transaction();
		return {
			out: () => within.execute((trx) => hideMember(trx, key, at)),
			back: () => within.execute((trx) => showMember(trx, key, at))
		};
	};
	const links = linkPages(doors);
	return { ...story, communityId, requestId, pierre, paul, toDean, toPierre, move, links };
}

type UnderWay = Awaited<ReturnType<typeof underWay>>;

/** Everything that the two others could press, at their links. */
async function pressAll({ links, toDean, toPierre, pierre, paul }: UnderWay) {
	const connector = connectorPage.actions['connector'];
	const answer = answerPage.actions['default'];
	const ask = { do: 'ask', letter: 'Hello', subject: 'x', channel: 'hand' };
	return [
		await links.meet(connectorPage.load, toDean),
		await links.meet(connector, toDean, { ...ask, introductionId: paul }),
		await links.meet(connector, toDean, { do: 'turn_down', introductionId: paul }),
		await links.meet(connector, toDean, { do: 'vouch', introductionId: pierre, ...yes }),
		await links.meet(answerPage.load, toPierre),
		await links.meet(answer, toPierre, yes),
		await links.meet(answer, toPierre, { answer: 'decline' }),
		await links.meet(answer, toPierre, { do: 'mute' })
	];
}

describe('while a requester is removed', () => {
	it('the private links of their requests say that nothing is left to answer, to nobody’s name, and change nothing', async () => {
		const story = await underWay();
		await story.move('kathy').out();
		const before = await dumpOf(pool);
		for (const met of await pressAll(story)) {
			expect(met.status).toBe(410);
			expect(met.text).toContain('withdrawn');
			expect(met.text).not.toMatch(names);
		}
		expect(await dumpOf(pool)).toBe(before);
	});

	it('a connector with an account finds the request nowhere and can do nothing with it', async () => {
		const { doors, dean, communityId, requestId, paul, move } = await underWay();
		const server = { ...doors, publicUrl: 'http://localhost:4780' };
		const page = () => readConnectorPage(server, dean, communityId, requestId, later);
		expect(await page()).not.toBeNull();
		expect(await listIntroductions(db, dean)).toHaveLength(2);
		await move('kathy').out();
		const before = await dumpOf(pool);
		expect(await page()).toBeNull();
		expect(await listIntroductions(db, dean)).toEqual([]);
		const key = { communityId, introductionId: paul };
		const refused = { ok: false, refusal: 'not_found' };
		expect(await act(doors, dean, key, asking, later)).toEqual(refused);
		expect(await act(doors, dean, key, { event: { kind: 'turn_down' } }, later)).toEqual(refused);
		expect(await dumpOf(pool)).toBe(before);
	});

	it('nothing of theirs is sent: no draft, no reminder, no letter that waits in the outbox', async () => {
		const { doors, kathy, dean, communityId, requestId, pierre, move } = await underWay();
		const draft = await draftTo(doors, kathy, dean);
		await move('kathy').out();
		const before = await dumpOf(pool);
		expect(await sendRequest(doors, kathy, draft, 'hand', later)).toEqual({
			ok: false,
			refusal: 'not_found'
		});
		await tick(doors);
		const mail = { communityId, kind: 'letter', toEmail: 'pierre@example.com', cause: 'x' };
		const about = { requestId, introductionId: pierre };
		for (const toMemberId of [null, dean.memberId])
			expect(await mayStillSend(db, doors.secret, { ...mail, ...about, toMemberId })).toBe(
				'withdrawn'
			);
		expect(await dumpOf(pool)).toBe(before);
		await move('kathy').back();
		await tick(doors);
		const own = await readOwnRequest(db, kathy, requestId);
		expect(own?.introductions.map(({ timeline }) => timeline.length)).toEqual([3, 2]);
	});

	it('taken back, they find everything where it stood, and the same links open again', async () => {
		const story = await underWay();
		const { kathy, dean, requestId, links, toDean, toPierre, move } = story;
		const { out, back } = move('kathy');
		await out();
		await back();
		expect((await links.meet(connectorPage.load, toDean)).text).toContain('Paul Zeller');
		expect((await links.meet(answerPage.load, toPierre)).status).toBe(200);
		const met = await links.meet(answerPage.actions['default'], toPierre, yes);
		expect(met.location).toMatch(/agreed$/);
		expect(await listIntroductions(db, dean)).toHaveLength(2);
		const own = await readOwnRequest(db, kathy, requestId);
		expect(own?.introductions.map(({ state }) => state)).toEqual(['agreed', 'requested']);
	});

	it('taking back opens no link that had been closed before', async () => {
		const { communityId, requestId, links, toDean, toPierre, move } = await underWay();
		await db
			.updateTable('tokens')
			.set({ revokedAt: now })
			.where('communityId', '=', communityId)
			.where('requestId', '=', requestId)
			.execute();
		const { out, back } = move('kathy');
		await out();
		await back();
		expect((await links.meet(connectorPage.load, toDean)).status).toBe(410);
		expect((await links.meet(answerPage.load, toPierre)).status).toBe(200);
	});
});

describe('while a connector is removed', () => {
	it('their link opens nothing, those whom they asked still answer, and the requester reads it', async () => {
		const { kathy, requestId, links, toDean, toPierre, paul, move } = await underWay();
		const { out, back } = move('dean');
		await out();
		const refuse = { do: 'turn_down', introductionId: paul };
		expect((await links.meet(connectorPage.load, toDean)).status).toBe(410);
		expect((await links.meet(connectorPage.actions['connector'], toDean, refuse)).status).toBe(410);
		const met = await links.meet(answerPage.actions['default'], toPierre, yes);
		expect(met.location).toMatch(/agreed$/);
		const own = await readOwnRequest(db, kathy, requestId);
		expect(own?.introductions.map(({ state }) => state)).toEqual(['agreed', 'requested']);
		await back();
		expect((await links.meet(connectorPage.load, toDean)).text).toContain('Paul Zeller');
	});

	it('the requester is told that it stands still, where the request is shown, and nobody is reminded', async () => {
		const { doors, kathy, requestId, move } = await underWay();
		const still = async () => {
			const lines = await listIntroductions(db, kathy);
			const own = await readOwnRequest(db, kathy, requestId);
			const items = todayItems(todayOf(lines, later), later, 'en');
			return { lines: lines.filter(standsStill), away: own?.connector.away, items };
		};
		expect(await still()).toMatchObject({ lines: [], away: false });
		const { out, back } = move('dean');
		await out();
		const told = await still();
		expect(told.lines.map(({ target }) => target.name)).toEqual(['Paul Zeller']);
		expect(told.away).toBe(true);
		expect(told.items).toContainEqual(
			expect.objectContaining({ text: expect.stringContaining('no longer in this community') })
		);
		const [line] = told.lines;
		if (!line) throw new Error('no line');
		expect(stateSentence(line, later, 'fr')).toContain('ne fait plus partie');
		await tick(doors);
		const own = await readOwnRequest(db, kathy, requestId);
		expect(own?.introductions.map(({ timeline }) => timeline.length)).toEqual([3, 1]);
		await back();
		expect(await still()).toMatchObject({ lines: [], away: false });
	});

	it('both removed, either comes back to a link that opens only when both are there', async () => {
		for (const first of ['kathy', 'dean'] as const) {
			const { links, toDean, move } = await underWay();
			const away = { kathy: move('kathy'), dean: move('dean', soon) };
			const second = first === 'kathy' ? 'dean' : 'kathy';
			await away.kathy.out();
			await away.dean.out();
			await away[first].back();
			expect((await links.meet(connectorPage.load, toDean)).status).toBe(410);
			await away[second].back();
			expect((await links.meet(connectorPage.load, toDean)).status).toBe(200);
		}
	});

	it('a draft that was meant for them can still be carried to them, as to anybody outside', async () => {
		const { doors, kathy, dean, communityId, links, move } = await underWay();
		const requestId = await draftTo(doors, kathy, dean);
		await move('dean').out();
		const sent = await sendRequest(doors, kathy, requestId, 'hand', later);
		expect(sent).toEqual({ ok: true, refused: [] });
		const link = await tokenOf(doors, communityId, { purpose: 'connector', requestId });
		expect((await links.meet(connectorPage.load, link)).text).toContain('Pierre Yvon');
	});
});

/** A letter that Kathy has not sent yet. */
async function draftTo(doors: Doors, kathy: Member, dean: Member): Promise<string> {
	const { email } = await db
		.selectFrom('members')
		.select('email')
		.where('id', '=', dean.memberId)
		.executeTakeFirstOrThrow();
	const typed = { name: 'Dean', email, company: '', position: '', profile: '' };
	const targets = [{ ...typed, name: 'Pierre Yvon', company: 'Solaris', email: '' }];
	const begun = await beginDraft(doors, kathy, { connector: typed, targets, reason: 'x' }, now);
	if (!begun.ok) throw new Error(begun.refusal);
	await saveDraft(db, kathy, begun.requestId, { subject: 'People', letter: 'Hello' }, now);
	return begun.requestId;
}
