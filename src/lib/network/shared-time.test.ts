import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, monthsOf, type Period, sharedTime } from '#lib/network/shared-time.ts';

const period = (startedOn: string, endedOn = ''): Period => ({ startedOn, endedOn });

describe('two people at one place', () => {
	it.each<[string, Period, Period, object]>([
		[
			'together for the years they share',
			period('1999', '2003'),
			period('2001', '2006'),
			{ sure: 'together', from: '2001', to: '2003' }
		],
		[
			'together within one year of the other’s',
			period('1999', '2003'),
			period('2001', '2001'),
			{ sure: 'together', from: '2001', to: '2001' }
		],
		[
			'together still, where neither has left',
			period('2015-03'),
			period('2019'),
			{ sure: 'together', from: '2019' }
		],
		['apart', period('1999', '2003'), period('2004-02', '2006'), { sure: 'apart' }],
		[
			'unknown where one left in the year the other came',
			period('1999', '2003'),
			period('2003', '2005'),
			{ sure: 'unknown' }
		],
		[
			'known by the month where the months are known',
			period('1999', '2003-06'),
			period('2003-02', '2005'),
			{ sure: 'together', from: '2003-02', to: '2003-06' }
		],
		['unknown without dates', period('1999', '2003'), period(''), { sure: 'unknown' }]
	])('are %s', (_what, mine, theirs, time) => {
		expect(sharedTime(mine, theirs)).toEqual(time);
		expect(sharedTime(theirs, mine)).toEqual(time);
	});

	const month = fc
		.tuple(fc.integer({ min: 1990, max: 2026 }), fc.integer({ min: 1, max: 12 }))
		.map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`);
	const date = fc.oneof(
		month,
		month.map((one) => one.slice(0, 4)),
		fc.constant('')
	);
	const any = fc.record({ startedOn: date, endedOn: date });

	it('are never said to have been together when one had left before the other came', () => {
		fc.assert(
			fc.property(any, any, (mine, theirs) => {
				const time = sharedTime(mine, theirs);
				if (time.sure !== 'together' || mine.endedOn === '') return;
				expect(theirs.startedOn.slice(0, 4) <= mine.endedOn.slice(0, 4)).toBe(true);
				expect([mine.startedOn, theirs.startedOn]).toContain(time.from);
			})
		);
	});
});

it('a day is within a time only where that is sure', () => {
	expect(covers(period('1999', '2004-06'), '2004-05-12')).toBe(true);
	expect(covers(period('1999', '2004'), '2004-05-12')).toBe(false);
	expect(covers(period('2004-05'), '2004-05-12')).toBe(false);
	expect(covers(period('1999'), '2004-05-12')).toBe(true);
	expect(covers(period('', '2010'), '2004-05-12')).toBe(false);
});

it('months between dates of any precision', () => {
	expect(monthsOf('1999', '2003')).toBe(48);
	expect(monthsOf('1999-03', '1999-09-04')).toBe(6);
	expect(monthsOf('1999', '1999')).toBe(1);
	expect(monthsOf('1999', undefined)).toBeUndefined();
});
