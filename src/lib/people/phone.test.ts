import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalisePhone } from '#lib/people/phone.ts';

describe('a phone number has one form', () => {
	test.each([
		['06 39 98 12 34', 'FR'],
		['06.39.98.12.34', 'fr'],
		['639981234', 'FR'],
		['+33 6 39 98 12 34', undefined],
		['+33 (0)6 39 98 12 34', 'FR'],
		['0033 6 39 98 12 34', 'FR'],
		['0033639981234', undefined],
		['0033639981234', 'US'],
		['tel:+33639981234', 'GB'],
		['\u202a+33 6 39 98 12 34\u202c', 'FR'],
		['+33\u00a06\u202f39\u202f98\u202f12\u202f34', 'nowhere']
	])('%s read in %s', (typed, country) => {
		expect(normalisePhone(typed, country)).toEqual({
			ok: true,
			e164: '+33639981234',
			display: '+33 6 39 98 12 34'
		});
	});
});

describe('what is no phone number is refused, and why', () => {
	test.each([
		['', 'FR', 'empty'],
		['06 39 98 12', 'FR', 'too_short'],
		['06 39 98 12 34 56 78', 'FR', 'too_long'],
		['+336399812345678901', 'FR', 'too_long'],
		['06 39 98 12 34', undefined, 'country_missing'],
		['06 39 98 12 34', 'XX', 'country_missing'],
		['call me', 'FR', 'not_a_phone'],
		['call +33 6 39 98 12 34 now', 'FR', 'not_a_phone'],
		['12', 'FR', 'too_short'],
		['3,36E+10', 'FR', 'not_a_phone']
	])('%s read in %s: %s', (typed, country, refusal) => {
		expect(normalisePhone(typed, country)).toEqual({ ok: false, refusal });
	});
});

test('both forms of a number are read back as the same number, and no value throws', () => {
	const countries = fc.constantFrom('FR', 'GB', 'US', 'CH', undefined);
	const values = fc.oneof(
		fc.string({ unit: fc.constantFrom(...'0123456789+ ().-') }),
		fc.string({ unit: 'binary' })
	);
	fc.assert(
		fc.property(values, countries, (typed, country) => {
			const phone = normalisePhone(typed, country);
			if (!phone.ok) return;
			expect(normalisePhone(phone.e164)).toMatchObject({ ok: true, e164: phone.e164 });
			expect(normalisePhone(phone.display)).toEqual(phone);
		})
	);
});
