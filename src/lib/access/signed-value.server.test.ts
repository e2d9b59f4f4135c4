import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDemoRole, signDemoRole } from '#lib/access/demo-role.server.ts';
import { signValue, verifySignedValue } from '#lib/access/signed-value.server.ts';

const words = fc.string({ minLength: 1 });

describe('a signed value', () => {
	it('comes back as it was signed', () => {
		fc.assert(
			fc.property(words, words, fc.string(), (secret, purpose, value) => {
				const signed = signValue(secret, purpose, value);
				expect(verifySignedValue(secret, purpose, signed)).toBe(value);
			})
		);
	});

	it('is refused under another secret or for another purpose', () => {
		fc.assert(
			fc.property(words, words, words, words, (secret, purpose, value, other) => {
				fc.pre(other !== secret && other !== purpose);
				const signed = signValue(secret, purpose, value);
				expect(verifySignedValue(other, purpose, signed)).toBeNull();
				expect(verifySignedValue(secret, other, signed)).toBeNull();
			})
		);
	});

	it('is refused when any one character was changed, added or taken away', () => {
		const spot = fc.tuple(fc.nat(), fc.constantFrom('', 'x', '.', 'é', 'xx'));
		fc.assert(
			fc.property(fc.string({ maxLength: 40 }), spot, (value, [at, replacement]) => {
				const signed = signValue('secret', 'test', value);
				const place = at % signed.length;
				const forged = signed.slice(0, place) + replacement + signed.slice(place + 1);
				fc.pre(forged !== signed);
				expect(verifySignedValue('secret', 'test', forged)).toBeNull();
			})
		);
	});

	it('is never read out of arbitrary text', () => {
		fc.assert(
			fc.property(fc.option(fc.string(), { nil: undefined }), (text) => {
				expect(verifySignedValue('secret', 'test', text)).toBeNull();
			})
		);
	});

	it('carries a role of the demo and nothing that was signed for another use', () => {
		const cookie = signDemoRole('secret', 'a-member');
		expect(readDemoRole('secret', cookie)).toBe('a-member');
		expect(readDemoRole('other', cookie)).toBeNull();
		expect(readDemoRole('secret', signValue('secret', 'other_use', 'a-member'))).toBeNull();
		expect(readDemoRole('secret', undefined)).toBeNull();
	});
});
