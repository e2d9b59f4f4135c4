import { describe, expect, it } from 'vitest';
import { states } from '#lib/introductions/lifecycle.ts';
import { lifeSteps } from '#lib/introductions/life-steps.ts';
import type { TimelineLine } from '#lib/introductions/timeline.ts';

const now = new Date('2026-03-20T09:00:00Z');
const line = (what: TimelineLine['what'], day: number): TimelineLine => ({
	what,
	by: 'system',
	at: new Date(Date.UTC(2026, 2, day, 9))
});

describe('the line of steps', () => {
	it('dates what is done and names what is under way', () => {
		const steps = lifeSteps('asked', [line('send', 2), line('ask', 3)], now, 'en');
		expect(steps.map(({ state, date }) => [state, date])).toEqual([
			['done', '2 March'],
			['done', '3 March'],
			['now', undefined],
			['next', undefined],
			['next', undefined]
		]);
	});

	it('shows a no without the step at which it was said', () => {
		const steps = lifeSteps('not_possible', [line('send', 2), line('not_possible', 9)], now, 'en');
		expect(steps).toEqual([
			{ label: 'Request', state: 'done', date: '2 March' },
			{ label: 'Not possible this time', state: 'done', date: '9 March' }
		]);
	});

	it('has steps in words for every state and language, at most one of them under way', () => {
		for (const state of [...states, 'not_possible'] as const)
			for (const locale of ['fr', 'en'] as const) {
				const steps = lifeSteps(state, [], now, locale);
				expect(steps.length).toBeGreaterThan(1);
				expect(steps.every(({ label }) => /^\p{Lu}/u.test(label))).toBe(true);
				expect(steps.filter((step) => step.state === 'now').length).toBeLessThanOrEqual(1);
			}
	});
});
