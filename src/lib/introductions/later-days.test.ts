import { describe, expect, it } from 'vitest';
import { daysFrom, laterDays } from '#lib/introductions/later-days.ts';

describe('the days of "later"', () => {
	it('a month, a quarter and a year are counted in months', () => {
		expect(laterDays(new Date('2026-03-02T09:00:00Z'))).toEqual({
			first: '2026-03-03',
			month: '2026-04-02',
			quarter: '2026-06-02',
			last: '2027-03-02'
		});
	});

	it('a shorter month gives its last day', () => {
		expect(laterDays(new Date('2026-01-31T09:00:00Z'))).toMatchObject({
			first: '2026-02-01',
			month: '2026-02-28',
			quarter: '2026-04-30'
		});
	});

	it('late in the evening it is already the next day in Paris', () => {
		expect(daysFrom(new Date('2026-03-02T23:30:00Z'), 3)).toBe('2026-03-06');
	});
});
