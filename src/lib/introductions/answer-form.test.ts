import { describe, expect, it } from 'vitest';
import { answerTyped, readAnswer } from '#lib/introductions/answer-form.ts';

const now = new Date('2026-03-02T09:00:00Z');
const context = { askedAt: 'pierre@example.com', locale: 'fr', now } as const;
const read = (fields: Record<string, string>, changes: Partial<typeof context> = {}) =>
	readAnswer(answerTyped.parse(fields), { ...context, ...changes });

describe('a yes', () => {
	it('releases what was typed, normalised, and nothing else', () => {
		expect(read({ answer: 'agree', email: ' Pierre.Yvon@Example.COM ', phone: '' })).toEqual({
			ok: true,
			deed: {
				event: { kind: 'agree', channels: ['email'] },
				details: { email: 'pierre.yvon@example.com' },
				words: { answerWord: '', suggestedName: '', suggestedAbout: '' }
			}
		});
	});

	it('by phone reads a French number from a French page', () => {
		expect(read({ answer: 'agree', phone: '06 39 98 12 34', word: 'Le soir.' })).toMatchObject({
			ok: true,
			deed: {
				event: { channels: ['phone'] },
				details: { phone: '+33639981234' },
				words: { answerWord: 'Le soir.' }
			}
		});
	});

	it('with one tap releases the address the letter went to, whatever else was typed', () => {
		expect(read({ answer: 'agree', sameEmail: 'yes', email: 'not this' })).toMatchObject({
			ok: true,
			deed: { details: { email: 'pierre@example.com' } }
		});
	});

	it('by a tap where no address is known needs one', () => {
		const changes = { askedAt: '' as 'pierre@example.com' };
		expect(read({ answer: 'agree', sameEmail: 'yes' }, changes)).toEqual({
			ok: false,
			errors: { email: 'no_channel' }
		});
	});

	it.each([
		[{}, { email: 'no_channel' }],
		[{ email: 'pierre@' }, { email: 'not_an_email' }],
		[{ phone: '12' }, { phone: 'too_short' }],
		[{ email: 'pierre@example.com', phone: 'call me' }, { phone: 'not_a_phone' }],
		[{ email: 'pierre@example.com', word: 'x'.repeat(2001) }, { word: 'too_long' }]
	])('%j is asked again', (fields, errors) => {
		expect(read({ answer: 'agree', ...fields })).toEqual({ ok: false, errors });
	});
});

describe('later', () => {
	it.each([
		[{ when: 'month' }, '2026-04-02'],
		[{ when: 'quarter' }, '2026-06-02'],
		[{ when: 'date', date: '2026-03-03' }, '2026-03-03'],
		[{ when: '', date: '2027-03-02' }, '2027-03-02']
	])('%j means %s', (fields, until) => {
		expect(read({ answer: 'postpone', ...fields })).toMatchObject({
			ok: true,
			deed: { event: { kind: 'postpone', until } }
		});
	});

	it.each([
		[{}, { when: 'when_missing' }],
		[{ when: 'date' }, { date: 'bad_date' }],
		[{ when: 'date', date: '2026-03-02' }, { date: 'bad_date' }],
		[{ when: 'date', date: '2027-03-03' }, { date: 'bad_date' }],
		[{ when: 'date', date: '2026-02-31' }, { date: 'bad_date' }]
	])('%j is asked again', (fields, errors) => {
		expect(read({ answer: 'postpone', ...fields })).toEqual({ ok: false, errors });
	});
});

describe('the other answers', () => {
	it('a no carries nothing, and takes back what an earlier answer left', () => {
		const typed = { answer: 'decline', email: 'pierre@example.com', word: 'because' };
		expect(read(typed)).toEqual({
			ok: true,
			deed: {
				event: { kind: 'decline', never: false },
				words: { answerWord: '', suggestedName: '', suggestedAbout: '' }
			}
		});
	});

	it('never again is a no for good', () => {
		expect(read({ answer: 'never' })).toMatchObject({
			deed: { event: { kind: 'decline', never: true } }
		});
	});

	it('someone else needs a name', () => {
		expect(read({ answer: 'redirect', about: 'X' })).toEqual({
			ok: false,
			errors: { name: 'name_missing' }
		});
		expect(read({ answer: 'redirect', name: 'Anne Roy', redirectWord: 'Ask her.' })).toMatchObject({
			deed: {
				event: { kind: 'redirect' },
				words: { suggestedName: 'Anne Roy', suggestedAbout: '', answerWord: 'Ask her.' }
			}
		});
	});

	it.each(['', 'anything'])('%j is no answer', (answer) => {
		expect(read({ answer })).toEqual({ ok: false, errors: { answer: 'answer_missing' } });
	});
});
