import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseEmail } from '#lib/people/email.ts';

describe('an e-mail address has one form', () => {
	test.each([
		['  Pierre.Y@Example.COM ', 'pierre.y@example.com'],
		['mailto:paul@example.org', 'paul@example.org'],
		['<paul+job@example.org>', 'paul+job@example.org'],
		["o'neil@mail.example.net", "o'neil@mail.example.net"],
		['zoé@example.org', 'zoé@example.org'],
		['zoe\u0301@example.org', 'zoé@example.org'],
		['a@müller.example', 'a@xn--mller-kva.example']
	])('%s', (typed, email) => {
		expect(normaliseEmail(typed)).toEqual({ ok: true, email });
	});
});

describe('what is no e-mail address is refused', () => {
	test.each([
		'pierre',
		'@example.com',
		'pierre@',
		'pierre@example',
		'pierre@example.c',
		'pierre y@example.com',
		'pierre@exam ple.com',
		'a@b@example.com',
		'.pierre@example.com',
		'pierre..y@example.com',
		'pierre@-example.com',
		'pierre@example..com',
		'pierre@example.com\nBcc: all@example.org',
		'pierre@10.0.0.1',
		'a@é/b.example',
		`${'x'.repeat(65)}@example.com`,
		`a@${'x.'.repeat(126)}com`
	])('%s', (typed) => {
		expect(normaliseEmail(typed)).toEqual({ ok: false, refusal: 'not_an_email' });
	});

	test('an empty value says that it is empty', () => {
		expect(normaliseEmail('  ')).toEqual({ ok: false, refusal: 'empty' });
	});
});

test('normalising twice changes nothing, and no value throws', () => {
	const addresses = fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' }));
	fc.assert(
		fc.property(addresses, (typed) => {
			const once = normaliseEmail(typed);
			if (once.ok) expect(normaliseEmail(once.email)).toEqual(once);
		})
	);
});
