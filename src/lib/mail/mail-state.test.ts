import { expect, test } from 'vitest';
import { runWithLocale } from '#lib/i18n/request-locale.server.ts';
import { sayMailState } from '#lib/mail/mail-state.ts';

const states = ['queued', 'digest', 'sending', 'sent', 'kept', 'failed'] as const;
const failures = [
	'',
	'address_refused',
	'sender_refused',
	'rejected',
	'server_busy',
	'server_unreachable',
	'sign_in_refused',
	'uncertain',
	'not_delivered',
	'never_again',
	'withdrawn',
	'switched_off',
	'something new'
];

test('every state is a sentence in both languages', () => {
	for (const state of states) {
		for (const failure of failures) {
			const mail = { state, failure, sentAt: new Date('2026-03-02T12:00:00Z'), digestId: null };
			const said = (['fr', 'en'] as const).map((locale) =>
				runWithLocale(locale, () => sayMailState(mail, locale))
			);
			for (const { sentence } of said) expect(sentence).toMatch(/^\p{Lu}.*[.]$/u);
			expect(said[0]?.sentence).not.toBe(said[1]?.sentence);
			expect(said[0]?.tone).toBe(said[1]?.tone);
		}
	}
});

test('says when it left, and when it was told in a digest', () => {
	const mail = { state: 'sent', failure: '', sentAt: new Date('2026-03-02T12:00:00Z') } as const;
	const say = (digestId: string | null) =>
		runWithLocale('en', () => sayMailState({ ...mail, digestId }, 'en').sentence);
	expect(say(null)).toBe('Sent on 2 March 2026 at 13:00.');
	expect(say('a digest')).toBe('Told in the digest of 2 March 2026 at 13:00.');
});
