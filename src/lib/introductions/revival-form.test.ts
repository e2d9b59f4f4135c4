import { expect, it } from 'vitest';
import { blankRevival, proposeRevival, revivalTyped } from '#lib/introductions/revival-form.ts';

const facts = {
	writer: { name: 'Kathy Arnaud', about: '' },
	contact: { name: 'Sylvie Marchand', about: '' },
	known: { fr: 'collègues chez ACME', en: 'colleagues at ACME' },
	lastExchange: '',
	silent: false
};

it('begins with a letter that asks for nothing, in the voice of the tie', () => {
	const typed = blankRevival({ facts, voice: { locale: 'fr', register: 'tu' } });
	expect(typed).toMatchObject({ locale: 'fr', register: 'tu', small: false });
	expect(typed.letter).toBe(typed.proposed);
	expect(typed.letter).toContain('rien à te demander');
});

it('says how they know each other in the language of the letter', () => {
	const choices = { register: 'vous', small: true } as const;
	expect(proposeRevival({ facts }, { ...choices, locale: 'en' }).text).toContain('colleagues at');
	expect(proposeRevival({ facts }, { ...choices, locale: 'fr' }).text).toContain('collègues chez');
});

it('reads any form: line ends made plain, endless words cut, the unknown left blank', () => {
	expect(revivalTyped.parse({})).toEqual({
		locale: 'fr',
		register: 'vous',
		small: false,
		subject: '',
		letter: '',
		proposed: ''
	});
	const typed = revivalTyped.parse({
		locale: 'en',
		register: 'neither',
		small: 'yes',
		subject: 'x'.repeat(999),
		letter: 'one\r\ntwo'
	});
	expect(typed).toMatchObject({ locale: 'en', register: 'vous', small: true, letter: 'one\ntwo' });
	expect(typed.subject).toHaveLength(200);
});
