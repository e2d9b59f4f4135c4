import { describe, expect, it } from 'vitest';
import { hideMember, showMember } from '#lib/communities/out-of-sight.server.ts';
import { act } from '#lib/introductions/act.server.ts';
import { readConnectorPage } from '#lib/introductions/connector-page.server.ts';
import { beginDraft, saveDraft } from '#lib/introductions/draft.server.ts';
import { listIntroductions } from '#lib/introductions/introduction-list.server.ts';
import { mayStillSend } from '#lib/introductions/may-still-send.server.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import { tick } from '#lib/introductions/tick.server.ts';
import * as answerPage from '../../a/[token]/+page.server.ts';
import * as connectorPage from './+page.server.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { asking, introducing } from '../../../../tests/support/introducing.ts';
import { dumpOf, linkPages, tokenOf } from '../../../../tests/support/link-page.ts';

const { db, pool } = await testDatabase();
// A month ago, so that reminders are due, and no link is over.
const now = new Date(Date.now() - 30 * 86_400_000);
const later = new Date(now.getTime() + 60_000);
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
	const move = (who: 'kathy' | 'dean') => {
		const key = { communityId, memberId: who === 'kathy' ? memberId : dean.memberId };
		const within = db.transaction();
		return {
			out: () => within.execute((trx) => hideMember(trx, key, later)),
			back: () => within.execute((trx) => showMember(trx, key, later))
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
	const ask = { ...asking.words, do: 'ask', letter: 'Hello', subject: 'x', channel: 'hand' };
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
		const typed = {
			name: 'Dean',
			email: 'dean@example.com',
			company: '',
			position: '',
			profile: ''
		};
		const wanted = { connector: typed, targets: [{ ...typed, email: '' }], reason: 'x' };
		const begun = await beginDraft(doors, kathy, wanted, now);
		if (!begun.ok) throw new Error(begun.refusal);
		await saveDraft(db, kathy, begun.requestId, { subject: 'People', letter: 'Hello' }, now);
		await move('kathy').out();
		const before = await dumpOf(pool);
		expect(await sendRequest(doors, kathy, begun.requestId, 'hand', later)).toEqual({
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
});
