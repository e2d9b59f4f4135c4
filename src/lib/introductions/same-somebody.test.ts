import { describe, expect, it } from 'vitest';
import { isSameSomebody, type Named } from '#lib/introductions/same-somebody.ts';

const typed: Named = {
	contactId: null,
	personId: null,
	emails: [],
	profile: '',
	name: 'Pierre Yvon',
	company: ''
};
const picked = { ...typed, contactId: 'one' };

describe('the same somebody', () => {
	it('is one contact, one person, one address or one profile', () => {
		expect(isSameSomebody(picked, { ...picked, name: 'P. Yvon' })).toBe(true);
		const other = { ...typed, contactId: 'two', name: 'P. Yvon' };
		expect(isSameSomebody(picked, other)).toBe(false);
		expect(isSameSomebody({ ...picked, personId: 'p' }, { ...other, personId: 'p' })).toBe(true);
		const emails = ['pierre@example.org'];
		expect(isSameSomebody({ ...picked, emails }, { ...other, emails })).toBe(true);
		const profile = 'linkedin.com/in/pierre';
		expect(isSameSomebody({ ...picked, profile }, { ...other, profile })).toBe(true);
	});

	it('is one name where one was typed, unless their companies tell them apart', () => {
		expect(isSameSomebody(typed, { ...typed, name: 'PIERRE  yvon' })).toBe(true);
		expect(isSameSomebody(typed, { ...picked, company: 'Solaris' })).toBe(true);
		const here = { ...typed, company: 'Solaris' };
		expect(isSameSomebody(here, { ...typed, company: 'ACME' })).toBe(false);
		expect(isSameSomebody({ ...typed, name: '' }, { ...typed, name: '' })).toBe(false);
	});

	it('is never two contacts of one book for their name alone', () => {
		expect(isSameSomebody(picked, { ...picked, contactId: 'two' })).toBe(false);
	});
});
