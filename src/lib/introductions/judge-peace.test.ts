import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type Asking,
	closedNow,
	countThisMonth,
	goals,
	judgePeace,
	nextMonth,
	type Peace,
	standingOf
} from '#lib/introductions/judge-peace.ts';
import { states } from '#lib/introductions/lifecycle.ts';

const now = new Date('2026-11-23T10:00:00Z');
const open: Peace = { asksMonthly: 4, asksFor: goals };
const asking: Asking = {
	peace: open,
	goal: 'job',
	reached: [],
	earlier: [],
	knowing: false,
	now
};
const reachedDaily = (count: number) =>
	Array.from({ length: count }, (_, at) => new Date(Date.UTC(2026, 10, at + 2)));

describe('a connector’s peace', () => {
	it('lets a request pass while there is room this month, and none after', () => {
		expect(judgePeace({ ...asking, reached: reachedDaily(3) })).toBeNull();
		expect(judgePeace({ ...asking, reached: reachedDaily(4) })).toBe('asked_enough');
		const peace = { ...open, asksMonthly: null };
		expect(judgePeace({ ...asking, peace, reached: reachedDaily(20) })).toBeNull();
	});

	it('tells when it ends, except where no end is set', () => {
		expect(closedNow(open, reachedDaily(4), now)).toEqual({
			reason: 'asked_enough',
			from: '2026-12-01'
		});
		expect(closedNow({ ...open, asksMonthly: 0 }, [], now)).toEqual({
			reason: 'resting',
			from: null
		});
		const peace = { ...open, asksFor: ['client', 'other'] as const };
		expect(closedNow(peace, [], now, 'job')).toEqual({ reason: 'not_for_this', from: null });
		expect(closedNow(peace, [], now)).toBeNull();
	});

	it('counts by the calendar month of the community’s day, not by thirty days', () => {
		// Half past midnight on the first, in Paris.
		const first = new Date('2026-11-30T23:30:00Z');
		expect(countThisMonth([first], now)).toBe(0);
		expect(countThisMonth([first], new Date('2026-12-31T22:59:00Z'))).toBe(1);
		expect(nextMonth(first)).toBe('2027-01-01');
		expect(nextMonth(new Date('2026-12-31T22:59:00Z'))).toBe('2027-01-01');
		expect(nextMonth(new Date('2026-11-30T22:59:00Z'))).toBe('2026-12-01');
	});

	it('refuses the same connector for the same target, whatever came of it', () => {
		for (const standing of ['open', 'over'] as const) {
			const earlier = [{ sameConnector: true, standing }];
			expect(judgePeace({ ...asking, earlier })).toBe('asked_before');
			expect(judgePeace({ ...asking, earlier, peace: null, knowing: true })).toBe('asked_before');
		}
		expect(judgePeace({ ...asking, earlier: [{ sameConnector: true, standing: 'free' }] })).toBe(
			null
		);
	});

	it('says that several at once is unkind, until that is known', () => {
		const earlier = [{ sameConnector: false, standing: 'open' as const }];
		expect(judgePeace({ ...asking, earlier })).toBe('several_at_once');
		expect(judgePeace({ ...asking, earlier, peace: null })).toBe('several_at_once');
		expect(judgePeace({ ...asking, earlier, knowing: true })).toBeNull();
		expect(judgePeace({ ...asking, earlier: [{ sameConnector: false, standing: 'over' }] })).toBe(
			null
		);
	});

	it('knows what a request taken back was: nothing before anybody was asked, an ask after', () => {
		expect(standingOf('withdrawn', false, false)).toBe('free');
		expect(standingOf('withdrawn', true, false)).toBe('over');
		expect(standingOf('draft', false, false)).toBe('free');
		expect(standingOf('draft', false, true)).toBe('open');
		for (const state of states.filter((one) => one !== 'draft' && one !== 'withdrawn'))
			expect(standingOf(state, false, false)).not.toBe('free');
	});
});

const anyEarlier = fc.array(
	fc.record({
		sameConnector: fc.boolean(),
		standing: fc.constantFrom('free' as const, 'open' as const, 'over' as const)
	}),
	{ maxLength: 4 }
);
const anyDay = fc.date({
	min: new Date('2020-01-01'),
	max: new Date('2040-01-01'),
	noInvalidDate: true
});
const anyAsking: fc.Arbitrary<Asking> = fc.record({
	peace: fc.option(
		fc.record({
			asksMonthly: fc.option(fc.integer({ min: 0, max: 6 })),
			asksFor: fc.subarray([...goals])
		})
	),
	goal: fc.constantFrom(...goals),
	reached: fc.array(anyDay, { maxLength: 8 }),
	earlier: anyEarlier,
	knowing: fc.boolean(),
	now: anyDay
});

describe('whatever is asked', () => {
	it('more requests, more earlier ones or less knowing never open a closed door', () => {
		fc.assert(
			fc.property(anyAsking, anyDay, anyEarlier, (one, at, more) => {
				if (judgePeace(one) === null) return;
				const worse = { ...one, reached: [...one.reached, at], earlier: [...one.earlier, ...more] };
				expect(judgePeace(worse)).not.toBeNull();
				expect(judgePeace({ ...worse, knowing: false })).not.toBeNull();
			})
		);
	});

	it('only “asked enough” passes with the month', () => {
		fc.assert(
			fc.property(anyAsking, (one) => {
				const refusal = judgePeace(one);
				const first = new Date(`${nextMonth(one.now)}T00:00:00Z`);
				const then = judgePeace({ ...one, reached: [], now: first });
				expect(then).toBe(refusal === 'asked_enough' ? null : refusal);
			})
		);
	});

	it('the next month begins within 31 days, and counts nothing of this one', () => {
		fc.assert(
			fc.property(anyDay, (at) => {
				const first = new Date(`${nextMonth(at)}T00:00:00Z`);
				const days = (first.getTime() - at.getTime()) / 86_400_000;
				expect(days).toBeGreaterThan(-0.1);
				expect(days).toBeLessThanOrEqual(31.1);
				expect(countThisMonth([at], first)).toBe(0);
			})
		);
	});
});
