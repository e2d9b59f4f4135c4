import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseProfile } from '#lib/people/profile-address.ts';

describe('a LinkedIn profile has one address', () => {
	test.each([
		'https://www.linkedin.com/in/pierre-y',
		'http://linkedin.com/in/pierre-y/',
		'linkedin.com/in/Pierre-Y',
		' www.linkedin.com/in/pierre-y/fr ',
		'https://fr.linkedin.com/in/pierre-y/en?trk=people-guest',
		'https://m.linkedin.com/in/pierre-y#experience',
		'https://touch.www.linkedin.com/in/pierre-y',
		'https://www.linkedin.com/mwlite/in/pierre-y',
		'https://www.linkedin.com/in/pierre-y/overlay/contact-info/',
		'HTTPS://WWW.LINKEDIN.COM/IN/PIERRE-Y?miniProfileUrn=urn%3Ali'
	])('%s', (typed) => {
		expect(normaliseProfile(typed)).toEqual({
			ok: true,
			profile: 'https://www.linkedin.com/in/pierre-y'
		});
	});

	test.each([
		['https://www.linkedin.com/in/zo%C3%A9-martin', 'in/zoé-martin'],
		['https://www.linkedin.com/in/zo%c3%a9-martin', 'in/zoé-martin'],
		['https://www.linkedin.com/in/zoe%CC%81-martin', 'in/zoé-martin'],
		['https://www.linkedin.com/in/zo%25C3%25A9-martin', 'in/zoé-martin'],
		['https://www.linkedin.com/in/ZO%C3%89-martin', 'in/zoé-martin'],
		['https://www.linkedin.com/in/rocket-%F0%9F%9A%80', 'in/rocket-🚀'],
		['https://www.linkedin.com/in/zo%E9-martin', 'in/zo%e9-martin'],
		['https://www.linkedin.com/in/ACoAAB1cD2eF', 'in/ACoAAB1cD2eF'],
		['http://fr.linkedin.com/pub/pierre-y/5/a4b/321?x=1', 'pub/pierre-y/5/a4b/321']
	])('%s is read as %s', (typed, path) => {
		expect(normaliseProfile(typed)).toEqual({
			ok: true,
			profile: `https://www.linkedin.com/${path}`
		});
	});
});

describe('any other address is refused', () => {
	test.each([
		'pierre-y',
		'https://example.com/in/pierre-y',
		'https://notlinkedin.com/in/pierre-y',
		'https://linkedin.com.example.org/in/pierre-y',
		'https://example.org/?to=linkedin.com/in/pierre-y',
		'https://www.linkedin.com/company/acme',
		'https://www.linkedin.com/in/',
		'https://www.linkedin.com/in/%2F%00',
		`https://www.linkedin.com/in/${'x'.repeat(301)}`,
		'javascript:alert(1)//linkedin.com/in/x'
	])('%s', (typed) => {
		expect(normaliseProfile(typed)).toEqual({ ok: false, refusal: 'not_a_profile' });
	});

	test('an empty value says that it is empty', () => {
		expect(normaliseProfile(' ')).toEqual({ ok: false, refusal: 'empty' });
	});
});

test('normalising twice changes nothing, and no value throws', () => {
	const names = fc.oneof(fc.webPath(), fc.string({ unit: 'grapheme' }), fc.string());
	fc.assert(
		fc.property(names, fc.boolean(), (name, encoded) => {
			const path = encoded ? encodeURIComponent(name) : name;
			const once = normaliseProfile(`https://www.linkedin.com/in/${path}`);
			if (once.ok) expect(normaliseProfile(once.profile)).toEqual(once);
		})
	);
});
