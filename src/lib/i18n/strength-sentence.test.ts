import { describe, expect, it } from 'vitest';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { sayStrength, type SaidStrength } from '#lib/i18n/strength-sentence.ts';

const letters: Fact = {
	kind: 'email',
	count: 40,
	mine: 20,
	theirs: 20,
	first: '2011-01-02',
	last: '2026-06-03'
};
const worked: Fact = { kind: 'shared_employer', company: 'ACME', from: '1999', to: '2003' };
const strength = (rest: Partial<SaidStrength> = {}): SaidStrength => ({
	word: 'likely',
	because: [],
	silences: 0,
	said: false,
	...rest
});
const both = (rest: Partial<SaidStrength>) => ({
	en: sayStrength(strength(rest), 'en'),
	fr: sayStrength(strength(rest), 'fr')
});

describe('the strength of a tie in a sentence', () => {
	it('says the word and the two strongest reasons', () => {
		expect(both({ because: [letters, worked, { kind: 'connected', on: '2010-02-03' }] })).toEqual({
			en: 'Likely to answer: you wrote to each other 40 times, last in June 2026; colleagues at ACME for 4 years.',
			fr: 'Réponse probable\u00a0: vous vous êtes écrit 40 fois, la dernière en juin 2026\u202f; collègues chez ACME pendant 4 ans.'
		});
	});

	it('counts messages and mails together', () => {
		const messages: Fact = { kind: 'messages', count: 2, mine: 1, theirs: 1, last: '2020-01-01' };
		expect(both({ because: [letters, messages] }).en).toBe(
			'Likely to answer: you wrote to each other 42 times, last in June 2026.'
		);
	});

	it('does not say that both wrote where one did', () => {
		const once: Fact = { kind: 'messages', count: 1, mine: 0, theirs: 1, last: '2020-01-01' };
		expect(both({ word: 'possible', because: [once] })).toEqual({
			en: 'May answer: they wrote to you in January 2020.',
			fr: 'Réponse possible\u00a0: cette personne vous a écrit en janvier 2020.'
		});
	});

	it('says what stayed without an answer, and that nothing is known', () => {
		expect(both({ word: 'faint', silences: 3 })).toEqual({
			en: 'A faint tie: 3 letters of yours stayed without an answer.',
			fr: 'Lien ténu\u00a0: 3 lettres de vous sont restées sans réponse.'
		});
		expect(both({ word: 'faint' }).en).toBe('A faint tie: no trace of an exchange.');
	});

	it('says that the word is the owner’s own, and no reason', () => {
		expect(both({ word: 'sure', said: true, because: [letters] })).toEqual({
			en: 'Almost sure to answer: you say so yourself.',
			fr: 'Réponse quasi certaine\u00a0: c’est vous qui le dites.'
		});
	});

	it('says a time that goes on, or of which no end is known, as the memory does', () => {
		const now: Fact = { kind: 'shared_employer', company: 'ACME', from: '2019' };
		expect(both({ because: [now] }).en).toBe('Likely to answer: colleagues at ACME, since 2019.');
	});
});
