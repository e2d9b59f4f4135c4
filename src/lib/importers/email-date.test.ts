import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEmailDate } from '#lib/importers/email-date.ts';

test.each([
	['Mon, 23 Nov 2026 06:30:31 +0100', '2026-11-23T05:30:31Z'],
	['Mon, 23 Nov 2026 06:30:31 +0100 (CET)', '2026-11-23T05:30:31Z'],
	['23 Nov 2026 06:30 -0530', '2026-11-23T12:00:00Z'],
	['Fri, 21 Nov 97 09:55:06 EST', '1997-11-21T14:55:06Z'],
	['Sat, 1 Jan 100 10:00:00 GMT', '2000-01-01T10:00:00Z'],
	['1 Jan 04 10:00:00 UT', '2004-01-01T10:00:00Z'],
	['Mon Nov 23 06:30:31 2026', '2026-11-23T06:30:31Z'],
	['From 1573@xxx Mon Nov  2 06:30:31 +0200 2026', '2026-11-02T04:30:31Z'],
	['2026-11-23T06:30:31Z', '2026-11-23T06:30:31Z'],
	['2026-11-23 06:30:31.250 +02:00', '2026-11-23T04:30:31Z'],
	['lun., 23 nov. 2026 06:30:31 +0100', '2026-11-23T05:30:31Z'],
	['1 février 2011 09:05:00 CEST', '2011-02-01T07:05:00Z'],
	['Nov 23, 2026 5:02 PM', '2026-11-23T17:02:00Z'],
	['23-Nov-2026 12:30:31 AM GMT', '2026-11-23T00:30:31Z'],
	['Thu, 31 Dec 1998 23:59:60 +0000', '1998-12-31T23:59:59Z'],
	['Mon, 23 Nov 2026 06.30.31 GMT+0100', '2026-11-23T05:30:31Z'],
	['Mon, 23 Nov 2026 06:30:31 +9999', '2026-11-23T06:30:31Z'],
	['Mon,\t23 Nov 2026\t06:30:31  A', '2026-11-23T06:30:31Z']
])('%s is %s', (written, read) => {
	expect(readEmailDate(written)).toBe(read);
});

test.each(['', 'yesterday', '31 Feb 2020 10:00:00', '1 Jan 1970 00:00:00 +0000', '1 Jan 2020'])(
	'%s is no moment',
	(written) => {
		expect(readEmailDate(written)).toBeUndefined();
	}
);

test('what a computer writes is read back, and nothing throws', () => {
	const moments = fc.date({
		min: new Date('1971-01-02'),
		max: new Date('2099-12-30'),
		noInvalidDate: true
	});
	fc.assert(
		fc.property(moments, fc.string(), (moment, noise) => {
			const second = `${moment.toISOString().slice(0, 19)}Z`;
			expect(readEmailDate(moment.toUTCString())).toBe(second);
			expect(readEmailDate(moment.toISOString())).toBe(second);
			expect(readEmailDate(noise) ?? '').toMatch(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$/);
		})
	);
});
