import { describe, expect, test } from 'vitest';
import { asLocale, chooseLocale, readAcceptLanguage } from '#lib/i18n/locale.ts';

describe('the language of a page', () => {
	test('is the account’s before all', () => {
		const from = { account: 'fr', cookie: 'en', acceptLanguage: 'en' };
		expect(chooseLocale(from)).toBe('fr');
	});

	test('is the cookie’s when no account says', () => {
		expect(chooseLocale({ account: null, cookie: 'fr', acceptLanguage: 'en' })).toBe('fr');
	});

	test('is the browser’s when nobody chose', () => {
		expect(chooseLocale({ acceptLanguage: 'fr-CA,fr;q=0.9,en;q=0.8' })).toBe('fr');
	});

	test('ignores a cookie somebody made up', () => {
		expect(chooseLocale({ cookie: '<script>', acceptLanguage: 'fr' })).toBe('fr');
	});

	test('is English when nothing is known', () => {
		expect(chooseLocale({})).toBe('en');
	});
});

describe('an Accept-Language header', () => {
	test.each([
		['en;q=0.2, fr;q=0.7', 'fr'],
		['de-DE, en;q=0.4, fr;q=0.6', 'fr'],
		['fr;q=0, en;q=0.1', 'en'],
		['fr, en', 'fr'],
		['de, *;q=0.5', 'en'],
		['fr;q=2', undefined],
		['de', undefined],
		['', undefined],
		[',,;q=,', undefined]
	])('%s asks for %s', (header, locale) => {
		expect(readAcceptLanguage(header)).toBe(locale);
	});
});

test('a regional tag is its language', () => {
	expect(asLocale('fr_BE')).toBe('fr');
	expect(asLocale('frisian')).toBeUndefined();
});
