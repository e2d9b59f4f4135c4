import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { states } from '#lib/introductions/lifecycle.ts';
import { type Situation, stateSentence, stateTone } from '#lib/introductions/state-sentence.ts';

const now = new Date('2026-03-20T09:00:00Z');
const situation = (given: Partial<Situation>): Situation => ({
	as: 'requester',
	sendOn: null,
	other: 'Dean Groves',
	target: { name: 'Paul Zeller', company: '' },
	state: 'asked',
	since: new Date('2026-03-03T10:00:00Z'),
	postponedUntil: null,
	barred: false,
	away: false,
	...given
});

it('says who did what when, and what is missing', () => {
	expect(stateSentence(situation({}), now, 'en')).toBe(
		'Dean asked Paul on 3 March; no answer yet.'
	);
	expect(stateSentence(situation({}), now, 'fr')).toBe(
		'Dean a écrit à Paul le 3 mars\u202f; pas encore de réponse.'
	);
});

it('names the year only when it is another one', () => {
	const old = situation({ since: new Date('2025-11-03T10:00:00Z') });
	expect(stateSentence(old, now, 'en')).toContain('3 November 2025');
});

it('elides before a name', () => {
	const anne = situation({ state: 'unanswered', target: { name: 'Anne Lefort', company: '' } });
	expect(stateSentence(anne, now, 'fr')).toContain('Sans réponse d’Anne');
});

it('tells a requester every no in the same words, without a blaming tone', () => {
	const nos = (['not_possible', 'declined', 'turned_down'] as const).map((state) =>
		situation({ state })
	);
	for (const locale of ['fr', 'en'] as const)
		expect(new Set(nos.map((one) => stateSentence(one, now, locale))).size).toBe(1);
	expect(nos.map(stateTone)).toEqual([undefined, undefined, undefined]);
});

it('tells a connector who said no', () => {
	const [declined, turnedDown] = (['declined', 'turned_down'] as const).map((state) =>
		stateSentence(situation({ as: 'connector', other: 'Kathy Arnaud', state }), now, 'en')
	);
	expect(declined).toBe('Paul said no on 3 March.');
	expect(turnedDown).toBe('You answered on 3 March that it was not possible.');
});

it('has a sentence for every state, part and language', () => {
	const anyState = fc.constantFrom(...states, 'not_possible' as const);
	fc.assert(
		fc.property(
			anyState,
			fc.constantFrom('requester' as const, 'connector' as const),
			fc.constantFrom('fr' as const, 'en' as const),
			fc.date({ min: new Date('2020-01-01'), max: now, noInvalidDate: true }),
			fc.option(fc.constantFrom('2026-04-01', '2027-01-01')),
			(state, as, locale, since, postponedUntil) => {
				const said = stateSentence(situation({ state, as, since, postponedUntil }), now, locale);
				expect(said).toMatch(/^\p{Lu}.*[.]$/u);
				expect(said).not.toMatch(/undefined|introductions_|\{/);
				if (state !== 'postponed') expect(said).toMatch(/\d/);
			}
		)
	);
});

it('says of a draft that waits on which day it leaves', () => {
	const waiting = situation({ state: 'draft', sendOn: '2026-04-01' });
	expect(stateSentence(waiting, now, 'en')).toBe('Your letter to Dean leaves on 1 April.');
	expect(stateSentence(waiting, now, 'fr')).toBe('Votre lettre à Dean partira le 1er avril.');
	expect(stateTone(waiting)).toBe('waiting');
});
