import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerLine, isBareAddress } from '#lib/mail/header-text.ts';

test('a name becomes one line, without marks that reverse it', () => {
	expect(headerLine(' Dean\r\nBcc: all@example.org\u2028 \u202eGroves ')).toBe(
		'Dean Bcc: all@example.org Groves'
	);
	expect(headerLine('Zoé\u00a0« L’Été »')).toBe('Zoé\u00a0« L’Été »');
});

test('no text gives a header line with a line end, nor one without end', () => {
	const unit = fc.oneof(
		fc.constantFrom('\r', '\n', '\0', '\u0085', '\u2029', '\ud800'),
		fc.string()
	);
	fc.assert(
		fc.property(fc.array(unit), (units) => {
			const line = headerLine(units.join(''));
			expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
			expect([...line].length).toBeLessThanOrEqual(250);
		})
	);
});

test.each(['pierre@example.com', 'o’neil+a.b@sub.example.org', 'zoé@exemple.example'])(
	'%s is one address',
	(address) => expect(isBareAddress(address)).toBe(true)
);

test.each([
	'',
	'pierre',
	'pierre@',
	'a@example.com,b@example.com',
	'a@example.com b@example.com',
	'a@example.com\r\nBcc: b@example.com',
	'"a" <a@example.com>',
	'a@b@example.com',
	'group:a@example.com;',
	'a(b)@example.com',
	`${'a'.repeat(250)}@example.com`
])('%j is not one address', (text) => expect(isBareAddress(text)).toBe(false));
