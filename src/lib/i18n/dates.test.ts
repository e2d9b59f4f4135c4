import { describe, expect, test } from 'vitest';
import { sayDate, sayDateTime, sayDay, sayMonthRange, saySince } from '#lib/i18n/dates.ts';

describe('a date is said as precisely as it is known', () => {
	test.each([
		['2011', '2011', '2011'],
		['2011-03', 'mars 2011', 'March 2011'],
		['2011-03-25', '25 mars 2011', '25 March 2011'],
		['2011-06-01T10:00:00Z', '1er juin 2011', '1 June 2011'],
		['summer 2011', 'summer 2011', 'summer 2011'],
		['2011-13', '2011-13', '2011-13']
	])('%s', (iso, french, english) => {
		expect(sayDate(iso, 'fr')).toBe(french);
		expect(sayDate(iso, 'en')).toBe(english);
	});
});

test('a moment is said in the zone given', () => {
	const moment = new Date('2026-05-24T22:05:00Z');
	expect(sayDateTime(moment, 'fr', 'Europe/Paris')).toBe('25 mai 2026 à 0\u00a0h\u00a005');
	expect(sayDateTime(moment, 'en', 'UTC')).toBe('24 May 2026 at 22:05');
	expect(sayDay(moment, 'fr', 'Europe/Paris')).toBe('lundi 25 mai');
});

describe('how long ago', () => {
	const now = new Date('2026-05-25T12:00:00Z');

	test.each([
		['2026-05-25T11:59:40Z', 'maintenant', 'now'],
		['2026-05-25T11:20:00Z', 'il y a 40 minutes', '40 minutes ago'],
		['2026-05-24T11:00:00Z', 'hier', 'yesterday'],
		['2026-05-22T11:00:00Z', 'il y a 3 jours', '3 days ago'],
		['2026-05-10T11:00:00Z', 'il y a 2 semaines', '2 weeks ago'],
		['2011-05-01T00:00:00Z', 'il y a 15 ans', '15 years ago'],
		['2026-05-29T12:00:00Z', 'dans 4 jours', 'in 4 days']
	])('%s', (moment, french, english) => {
		expect(saySince(new Date(moment), now, 'fr')).toBe(french);
		expect(saySince(new Date(moment), now, 'en')).toBe(english);
	});
});

describe('a span of time', () => {
	test.each([
		['1999', '2003', '1999–2003', '1999–2003'],
		['1999-03', '2003-06', 'mars 1999 – juin 2003', 'March 1999 – June 2003'],
		['1999-03-12', '2003', 'mars 1999 – 2003', 'March 1999 – 2003'],
		['2019', null, 'depuis 2019', 'since 2019'],
		[undefined, '2003', 'jusqu’en 2003', 'until 2003'],
		['2003', '2003', '2003', '2003'],
		['', '', '', '']
	])('%s to %s', (from, to, french, english) => {
		expect(sayMonthRange(from, to, 'fr')).toBe(french);
		expect(sayMonthRange(from, to, 'en')).toBe(english);
	});
});
