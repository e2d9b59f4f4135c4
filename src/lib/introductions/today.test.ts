import { describe, expect, it } from 'vitest';
import type { IntroductionLine } from '#lib/introductions/introduction-list.server.ts';
import { countToday, todayOf, underWay } from '#lib/introductions/today.ts';

const now = new Date('2026-03-20T09:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

function line(given: Partial<IntroductionLine>): IntroductionLine {
	return {
		id: 'i1',
		requestId: 'r1',
		as: 'requester',
		sendOn: null,
		held: false,
		other: 'Dean Groves',
		target: { name: 'Pierre Yvon', company: '' },
		state: 'requested',
		since: ago(1),
		postponedUntil: null,
		barred: false,
		away: false,
		linkedFrom: null,
		...given
	};
}

const postponed = (postponedUntil: string) =>
	todayOf([line({ as: 'connector', state: 'postponed', postponedUntil })], now).toMe.length;
const why = (days: number) =>
	todayOf([line({ state: 'introduced', since: ago(days) })], now).followUps.map((f) => f.why);

describe('today', () => {
	it('gathers the targets of one request to me into one thing to do', () => {
		const lines = ['Pierre', 'Paul'].map((name) =>
			line({ as: 'connector', other: 'Kathy', target: { name, company: '' } })
		);
		const today = todayOf(lines, now);
		expect(today.toMe).toMatchObject([{ from: 'Kathy', targets: ['Pierre', 'Paul'] }]);
		expect(countToday(today)).toBe(1);
	});

	it('brings a postponed request back to its connector on the day the target named', () => {
		expect(postponed('2026-03-21')).toBe(0);
		expect(postponed('2026-03-20')).toBe(1);
	});

	it('asks to note what came of a handover only after five days', () => {
		expect([why(4), why(5)]).toEqual([[], ['note']]);
	});

	it('never forgets thanks, and says when a connector has long been silent', () => {
		const lines = [line({ state: 'closed' }), line({ state: 'requested', since: ago(12) })];
		expect(todayOf(lines, now).followUps.map((f) => f.why)).toEqual(['thank', 'silent']);
	});

	it('puts a letter that did not arrive before all other follow-ups, once a request', () => {
		const lines = [line({ state: 'closed', requestId: 'r2' }), line({}), line({ id: 'i2' })];
		const { followUps } = todayOf(lines, now, new Set(['r1']));
		expect(followUps.map(({ why, targets }) => [why, targets.length])).toEqual([
			['undelivered', 2],
			['thank', 1]
		]);
	});

	it('says of a connector who has gone that the request stands still, before all other follow-ups, once a request', () => {
		const paul = { id: 'i2', target: { name: 'Paul Zeller', company: '' }, away: true };
		const asked = line({ id: 'i3', state: 'asked', away: true });
		const lines = [
			line({ requestId: 'r2', since: ago(30) }),
			line({ away: true }),
			line(paul),
			asked
		];
		const { followUps } = todayOf(lines, now);
		expect(followUps).toMatchObject([
			{ why: 'away', targets: ['Pierre Yvon', 'Paul Zeller'] },
			{ why: 'silent' }
		]);
		expect(underWay(lines)).toBe(2);
	});

	it('leaves alone what waits for others, what is over, and what could not be asked for', () => {
		const states = ['asked', 'thanked', 'not_possible', 'withdrawn'] as const;
		const lines = [
			...states.map((state) => line({ state })),
			line({ state: 'draft', barred: true })
		];
		const today = todayOf(lines, now);
		expect([countToday(today), today.drafts]).toEqual([0, []]);
	});
});
