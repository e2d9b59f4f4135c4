import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { recurrences } from '#lib/importers/recurrence.ts';
import { readRule } from '#lib/importers/recurrence-rule.ts';

const clock = (iso: string) => Date.parse(`${iso}Z`);
const end = clock('2030-01-01T00:00:00');

function days(text: string, start: string, last = end, from?: number): string[] {
	const rule = readRule(text);
	if (!rule) return ['no rule'];
	return [...recurrences(rule, clock(start), last, from)].map((at) =>
		new Date(at).toISOString().slice(0, 10)
	);
}

test.each([
	['FREQ=DAILY;COUNT=3', '2024-02-28T10:00:00', ['2024-02-28', '2024-02-29', '2024-03-01']],
	[
		'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4',
		'2024-01-01T10:00:00',
		['2024-01-01', '2024-01-03', '2024-01-15', '2024-01-17']
	],
	['FREQ=MONTHLY;COUNT=3', '2024-01-31T10:00:00', ['2024-01-31', '2024-03-31', '2024-05-31']],
	[
		'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3',
		'2024-01-26T10:00:00',
		['2024-01-26', '2024-02-23', '2024-03-29']
	],
	[
		'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2',
		'2024-01-31T10:00:00',
		['2024-01-31', '2024-02-29']
	],
	['FREQ=YEARLY;COUNT=3', '2020-02-29T10:00:00', ['2020-02-29', '2024-02-29', '2028-02-29']],
	['FREQ=YEARLY;BYMONTH=11;BYDAY=1SU;COUNT=2', '2024-11-03T10:00:00', ['2024-11-03', '2025-11-02']],
	['FREQ=YEARLY;BYDAY=20MO;COUNT=2', '2024-05-13T10:00:00', ['2024-05-13', '2025-05-19']],
	['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2', '2024-05-13T10:00:00', ['2024-05-13', '2025-05-12']],
	['FREQ=YEARLY;BYYEARDAY=-1;COUNT=2', '2024-12-31T10:00:00', ['2024-12-31', '2025-12-31']],
	['FREQ=WEEKLY', '2029-12-15T10:00:00', ['2029-12-15', '2029-12-22', '2029-12-29']],
	['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2024-01-01T10:00:00', ['2024-01-01']],
	['FREQ=WEEKLY;INTERVAL=99999', '2024-01-01T10:00:00', ['2024-01-01']],
	['FREQ=HOURLY', '2024-01-01T10:00:00', ['no rule']],
	['COUNT=2', '2024-01-01T10:00:00', ['no rule']],
	['', '2024-01-01T10:00:00', ['no rule']]
])('%s from %s', (rule, start, expected) => {
	expect(days(rule, start)).toEqual(expected);
});

test('what was before the time asked for may be passed over, but not what is counted', () => {
	const from = clock('2026-12-28T00:00:00');
	const late = (text: string) => days(text, '2000-01-03T10:00:00', end, from);
	const recent = late('FREQ=DAILY').filter((day) => day >= '2026-12-28');
	expect(recent[0]).toBe('2026-12-28');
	expect(recent).toHaveLength(365 * 3 + 1 + 4);
	expect(late('FREQ=DAILY').length).toBeLessThan(recent.length + 5);
	expect(late('FREQ=DAILY;COUNT=5')).toHaveLength(5);
});

function some<T>(values: readonly T[]): fc.Arbitrary<T[]> {
	return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
}

function part(name: string, values: readonly (string | number)[]): fc.Arbitrary<string> {
	return fc.option(some(values)).map((chosen) => (chosen ? `;${name}=${chosen.join(',')}` : ''));
}

test('a common rule gives the same days as the library that many calendars use', () => {
	const week = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
	const months = [1, 2, 3, 6, 11, 12];
	const rule = fc.oneof(
		fc.tuple(fc.constant('DAILY'), part('BYMONTH', months)),
		fc.tuple(fc.constant('WEEKLY'), part('BYDAY', week)),
		fc.tuple(fc.constant('MONTHLY'), part('BYDAY', [...week, '1MO', '2TU', '-1FR', '5WE'])),
		fc.tuple(fc.constant('MONTHLY'), part('BYMONTHDAY', [1, 15, 28, -1])),
		fc.tuple(fc.constant('YEARLY'), part('BYMONTH', months))
	);
	const day = fc.date({
		min: new Date('2010-01-01'),
		max: new Date('2020-01-01'),
		noInvalidDate: true
	});
	fc.assert(
		fc.property(rule, fc.integer({ min: 1, max: 4 }), day, ([every, parts], interval, date) => {
			const text = `FREQ=${every};INTERVAL=${interval}${parts}`;
			const start = `${date.toISOString().slice(0, 10)}T10:00:00`;
			fc.pre(date.getUTCDate() <= 28);
			const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateTimeString(start));
			const theirs = Array.from({ length: 12 }, () => iterator.next()?.toString().slice(0, 10));
			// Theirs leaves out a start that the rule does not name; ours always met.
			const first = start.slice(0, 10);
			const ours = days(text, start, clock(`${theirs.at(-1) ?? '2099-01-01'}T23:00:00`));
			const expected = theirs.filter((one) => one !== undefined && one !== first).slice(0, 11);
			expect(ours.filter((one) => one !== first).slice(0, expected.length)).toEqual(expected);
		}),
		{ numRuns: 80 }
	);
});

test('any rule ends, in order', () => {
	const names = [
		'FREQ',
		'INTERVAL',
		'COUNT',
		'BYDAY',
		'BYMONTH',
		'BYMONTHDAY',
		'BYWEEKNO',
		'BYSETPOS',
		'WKST'
	];
	const values = [
		'DAILY',
		'WEEKLY',
		'MONTHLY',
		'YEARLY',
		'0',
		'-1',
		'2',
		'30',
		'53',
		'366',
		'MO',
		'-5FR',
		'x',
		''
	];
	const rule = fc
		.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)), { maxLength: 6 })
		.map((parts) => parts.map(([name, value]) => `${name}=${value}`).join(';'));
	fc.assert(
		fc.property(rule, (text) => {
			const found = days(text, '2020-02-29T10:00:00');
			expect(found).toEqual([...new Set(found)].toSorted());
		})
	);
});
