import { describe, expect, it } from 'vitest';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { LifeEvent } from '#lib/introductions/lifecycle.ts';
import { act, type Acted, type Deed, type Doors } from '#lib/introductions/act.server.ts';
import { readAsk } from '#lib/introductions/answer-view.server.ts';
import { readRequestToMe } from '#lib/introductions/connector-view.server.ts';
import { beginDraft, saveDraft } from '#lib/introductions/draft.server.ts';
import { fillLinks, openLink, placeholderOf } from '#lib/introductions/links.server.ts';
import { readHistory } from '#lib/introductions/history.server.ts';
import { replay } from '#lib/introductions/lifecycle.ts';
import { loadIntroduction } from '#lib/introductions/load-introduction.server.ts';
import { changePeace } from '#lib/introductions/own-peace.server.ts';
import { goals } from '#lib/introductions/judge-peace.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const { db } = await testDatabase();
const jobs: { name: string; data: unknown }[] = [];
const doors: Doors = {
	db,
	secret: 'a secret only for these tests',
	enqueue: async (_db, name, data) => {
		jobs.push({ name, data });
	}
};
const now = new Date('2026-03-02T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

async function community(name: string): Promise<string> {
	const row = await db
		.insertInto('communities')
		.values({ name, kind: 'group' })
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

async function member(communityId: string, name: string): Promise<Member> {
	const email = `${name.toLowerCase()}@example.com`;
	const row = await db
		.insertInto('members')
		.values({ communityId, name, email, role: 'member' })
		.returning('id')
		.executeTakeFirstOrThrow();
	return { kind: 'member', communityId, memberId: row.id, role: 'member' };
}

const circle = await community('Alumni');
const kathy = await member(circle, 'Kathy');
const dean = await member(circle, 'Dean');
const anne = await member(circle, 'Anne');
const elsewhere = await member(await community('Elsewhere'), 'Stranger');

await changePeace(db, dean, { asksMonthly: null, asksFor: goals });
let requests = 0;

/** A request from Kathy to Dean for a Pierre and a Paul, sent; the keys of both introductions. */
async function requested() {
	// Namesakes: nobody may be asked twice for one person.
	const company = `Place ${(requests += 1)}`;
	const begun = await beginDraft(
		doors,
		kathy,
		{
			connector: typed('Dean', 'dean@example.com'),
			targets: [typed('Pierre Yvon'), typed('Paul Zeller')].map((one) => ({ ...one, company })),
			reason: 'Their work on data.'
		},
		now
	);
	if (!begun.ok) throw new Error(begun.refusal);
	const { requestId } = begun;
	await saveDraft(db, kathy, requestId, { subject: 'Two people', letter: 'Hello Dean' }, now);
	expect(await sendRequest(doors, kathy, requestId, 'mail', now)).toEqual({
		ok: true,
		refused: []
	});
	const rows = await db
		.selectFrom('introductions')
		.select('id')
		.where('requestId', '=', requestId)
		.orderBy('ordinal')
		.execute();
	const keys = rows.map(({ id: introductionId }) => ({ communityId: circle, introductionId }));
	const [pierre, paul] = keys;
	if (!pierre || !paul) throw new Error('two introductions were expected');
	return { requestId, pierre, paul };
}

function typed(name: string, email = '') {
	return { name, email, company: '', position: '', profile: '' };
}

const ask = (email: string): Deed => ({
	event: { kind: 'ask' },
	words: { askEmail: email, askLetter: 'Hello', askSubject: 'A friend', askChannel: 'mail' }
});
const yes = (email: string): Deed => ({
	event: { kind: 'agree', channels: ['email'] },
	details: { email }
});
type Key = { communityId: string; introductionId: string };
const target = (key: Key): Actor => ({ kind: 'target_link', ...key });
const refusal = (acted: Acted) => (acted.ok ? null : acted.refusal);

describe('the one door', () => {
	it('carries a request to a yes that only its requester reads, and only once opened', async () => {
		const { requestId, pierre } = await requested();
		await act(doors, dean, pierre, ask('pierre@example.com'), now);
		await act(doors, target(pierre), pierre, yes('pierre@example.org'), later(1));
		const sealed = await readOwnRequest(db, kathy, requestId);
		expect(JSON.stringify(sealed)).not.toContain('pierre@example.org');
		expect(sealed?.introductions[0]?.state).toBe('agreed');
		await act(doors, kathy, pierre, { event: { kind: 'read' } }, later(2));
		const opened = await readOwnRequest(db, kathy, requestId);
		expect(opened?.introductions[0]?.released).toMatchObject([
			{ kind: 'email', value: 'pierre@example.org', releasedBy: 'target' }
		]);
		expect(opened?.introductions[1]?.released).toEqual([]);
		const seenByDean = await readRequestToMe(db, dean, circle, requestId);
		expect(JSON.stringify(seenByDean)).not.toContain('pierre@example.org');
	});

	it('lets exactly one of two conflicting actions win', async () => {
		for (let round = 0; round < 10; round++) {
			const { pierre } = await requested();
			await act(doors, dean, pierre, ask('pierre@example.com'), now);
			const results = await Promise.all([
				act(doors, target(pierre), pierre, yes('pierre@example.org'), now),
				act(doors, kathy, pierre, { event: { kind: 'withdraw' } }, now),
				act(doors, target(pierre), pierre, { event: { kind: 'decline', never: false } }, now)
			]);
			const versions = results.flatMap((one) => (one.ok ? [one.life.version] : []));
			expect(new Set(versions).size).toBe(versions.length);
			const lost = results.map(refusal).filter(Boolean);
			expect(lost.every((why) => why === 'changed_meanwhile' || why === 'too_late')).toBe(true);
			const rows = await readHistory(db, circle, [pierre.introductionId]);
			expect(rows).toHaveLength(2 + versions.length);
		}
	});

	it('keeps a history from which the life can be told again', async () => {
		const { pierre } = await requested();
		const story: [Actor, Deed, number][] = [
			[dean, ask('pierre@example.com'), 0],
			[target(pierre), { event: { kind: 'postpone', until: '2026-05-01' } }, 3],
			[dean, ask('pierre@example.com'), 61],
			[target(pierre), yes('pierre@example.org'), 62],
			[kathy, { event: { kind: 'read' } }, 63],
			[kathy, { event: { kind: 'report', outcome: 'met' } }, 80]
		];
		for (const [actor, deed, day] of story)
			expect(await act(doors, actor, pierre, deed, later(day))).toMatchObject({ ok: true });
		const found = await loadIntroduction(db, pierre);
		const rows = await readHistory(db, circle, [pierre.introductionId]);
		expect(replay(rows, found?.introduction.createdAt ?? now)).toEqual(found?.life);
	});

	it('takes back what was released when the answer changes before it is read', async () => {
		const { pierre } = await requested();
		await act(doors, dean, pierre, ask('pierre@example.com'), now);
		await act(doors, target(pierre), pierre, yes('pierre@example.org'), now);
		await act(doors, target(pierre), pierre, { event: { kind: 'decline', never: false } }, now);
		const kept = await db
			.selectFrom('releases')
			.selectAll()
			.where('introductionId', '=', pierre.introductionId)
			.execute();
		expect(kept).toEqual([]);
	});

	it('puts the jobs of a change beside it, and none for a refusal', async () => {
		const { pierre } = await requested();
		jobs.length = 0;
		await act(doors, dean, pierre, ask('pierre@example.com'), now);
		expect(jobs).toMatchObject([{ name: 'effect', data: { effect: 'deliver_ask', version: 2 } }]);
		jobs.length = 0;
		expect(refusal(await act(doors, dean, pierre, ask('pierre@example.com'), now))).toBe(
			'too_late'
		);
		expect(jobs).toEqual([]);
	});
});

describe('whoever has no part', () => {
	const events: LifeEvent[] = [
		{ kind: 'withdraw' },
		{ kind: 'ask' },
		{ kind: 'turn_down' },
		{ kind: 'vouch', channels: ['email'] },
		{ kind: 'agree', channels: ['email'] },
		{ kind: 'read' }
	];

	it('finds nothing: a stranger, another member, another community, the holder of another link', async () => {
		const { requestId, pierre, paul } = await requested();
		const other = await requested();
		const nobodies: Actor[] = [
			{ kind: 'stranger' },
			anne,
			elsewhere,
			{ ...kathy, communityId: elsewhere.communityId },
			target(paul),
			{ kind: 'connector_link', communityId: circle, requestId: other.requestId },
			{ kind: 'connector_link', communityId: elsewhere.communityId, requestId }
		];
		for (const nobody of nobodies) {
			for (const event of events)
				expect(refusal(await act(doors, nobody, pierre, { event }, now))).toBe('not_found');
			expect(await readOwnRequest(db, nobody, requestId)).toBeNull();
			expect(await readRequestToMe(db, nobody, circle, requestId)).toBeNull();
			expect(await readAsk(db, nobody, pierre)).toBeNull();
		}
	});

	it('may not play another part: each is refused what belongs to the others', async () => {
		const { pierre } = await requested();
		const parts: [Actor, LifeEvent['kind'][]][] = [
			[kathy, ['ask', 'turn_down', 'vouch', 'agree']],
			[dean, ['withdraw', 'agree', 'read']],
			[target(pierre), ['withdraw', 'ask', 'turn_down', 'vouch', 'read']]
		];
		for (const [actor, kinds] of parts)
			for (const event of events.filter((one) => kinds.includes(one.kind)))
				expect(refusal(await act(doors, actor, pierre, { event }, now))).toBe('not_yours');
	});
});

const opens = (purpose: 'connector' | 'target', token: string) =>
	openLink(db, purpose, token, now).then((opened) => opened.ok);

describe('a link', () => {
	const server = { secret: doors.secret, publicUrl: 'https://entremise.example.org' };
	type Subject = Parameters<typeof placeholderOf>[2];
	const tokenOf = async (subject: Subject) => {
		const filled = fillLinks(server, circle, (await placeholderOf(db, circle, subject)) ?? '');
		return filled.split('/').at(-1) ?? '';
	};
	it('that was read over before the letter was mailed opens nothing after', async () => {
		const { requestId, pierre } = await requested();
		const target = { purpose: 'target', introductionId: pierre.introductionId } as const;
		const before = await tokenOf(target);
		expect(await opens('target', before)).toBe(true);
		await act(doors, dean, pierre, ask('pierre@example.com'), now);
		expect(await opens('target', before)).toBe(false);
		expect(await opens('target', await tokenOf(target))).toBe(true);
		expect(await opens('connector', await tokenOf({ purpose: 'connector', requestId }))).toBe(true);
	});

	it('carried by hand only hints at what was released through it', async () => {
		const { pierre } = await requested();
		const byHand: Deed = { event: { kind: 'ask' }, words: { askChannel: 'hand' } };
		await act(doors, dean, pierre, byHand, now);
		await act(doors, target(pierre), pierre, yes('pierre.yvon@example.org'), now);
		const view = await readAsk(db, target(pierre), pierre);
		expect(view?.details).toEqual({ email: 'p…@example.org' });
	});
});

describe('never again', () => {
	it('covers the address he had released before', async () => {
		const { pierre } = await requested();
		await act(doors, dean, pierre, ask('office@example.com'), now);
		await act(doors, target(pierre), pierre, yes('home@example.com'), now);
		await act(doors, target(pierre), pierre, { event: { kind: 'decline', never: true } }, now);
		const second = await requested();
		const again = await act(doors, dean, second.pierre, ask('home@example.com'), now);
		expect(refusal(again)).toBe('never_again');
		await db.deleteFrom('neverAgain').execute();
	});

	it('is honoured for every later request and ask on this server, and can be taken back', async () => {
		const first = await requested();
		await act(doors, dean, first.pierre, ask('never@example.com'), now);
		const never: Deed = { event: { kind: 'decline', never: true } };
		await act(doors, target(first.pierre), first.pierre, never, now);
		const second = await requested();
		const again = await act(doors, dean, second.pierre, ask('Never@example.com '), now);
		expect(refusal(again)).toBe('never_again');
		const kept = await db.selectFrom('neverAgain').selectAll().execute();
		expect(kept).toHaveLength(1);
		expect(kept[0]?.hash.toString()).not.toContain('never');
		await act(doors, target(first.pierre), first.pierre, yes('never@example.com'), later(1));
		const third = await act(doors, dean, second.pierre, ask('never@example.com'), later(2));
		expect(third.ok).toBe(true);
	});
});
