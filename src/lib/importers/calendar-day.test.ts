import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay, slashOrderOf } from '#lib/importers/calendar-day.ts';

describe('the fourth of July 2023, as files write it', () => {
	test.each([
		'04 Jul 2023',
		'4 July 2023',
		'7/4/23, 5:02 PM',
		'07/04/2023',
		'07/04/23, 05:02 AM',
		'04-Jul-23',
		'4-jul-2023',
		'2023-07-04',
		'2023-07-04 17:02:00 UTC',
		'2023-07-04T17:02:00Z',
		'2023/07/04',
		'04.07.2023',
		'4 juil. 2023',
		'04-juil-23',
		'04/juil./2023',
		'4 JUILLET 2023',
		'Jul 4, 2023',
		'July 4th, 2023',
		' 04 Jul 2023 '
	])('%s', (value) => {
		expect(readDay(value)).toBe('2023-07-04');
	});
});

test.each([
	['30-oct-09', '2009-10-30'],
	['18-Jun-24', '2024-06-18'],
	['01-févr-24', '2024-02-01'],
	['1er août 2019', '2019-08-01'],
	['15 déc. 2020', '2020-12-15'],
	['12/31/03, 11:59 PM', '2003-12-31'],
	['29 Feb 2024', '2024-02-29'],
	['5/5/03, 1:00 AM', '2003-05-05'],
	['05 Jun 1833', '1833-06-05']
])('%s is %s', (value, day) => {
	expect(readDay(value)).toBe(day);
});

test.each([
	'',
	'NA',
	'yesterday',
	'31 Jun 2023',
	'29 Feb 2023',
	'13/13/2023',
	'00/10/2023',
	'04 Foo 2023',
	'2023-00-04',
	'0000-01-01',
	'04 Jul 20233',
	'2023'
])('"%s" is no day', (value) => {
	expect(readDay(value)).toBeUndefined();
});

test('a date with slashes is read day first where its file is, or where it cannot be otherwise', () => {
	expect(readDay('07/04/2023', 'day_first')).toBe('2023-04-07');
	expect(readDay('18/06/2024')).toBe('2024-06-18');
	expect(readDay('6/18/24, 1:00 PM', 'day_first')).toBe('2024-06-18');
});

test('the order of a file is day first only if some date demands it and none forbids it', () => {
	expect(slashOrderOf(['07/04/2023', '18/06/2024', '04 Jul 2023'])).toBe('day_first');
	expect(slashOrderOf(['07/04/2023', '6/18/24, 1:00 PM', '18/06/2024'])).toBe('month_first');
	expect(slashOrderOf(['07/04/2023', 'NA', ''])).toBe('month_first');
});

test('any value yields a day that exists, or none', () => {
	const letters = fc.constantFrom(...'0123456789/-., julfévmaAMPM'.split(''));
	fc.assert(
		fc.property(fc.string({ unit: letters, maxLength: 14 }), (value) => {
			const day = readDay(value);
			if (day) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
		})
	);
});
