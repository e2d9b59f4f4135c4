import { describe, expect, it } from 'vitest';
import { accountLetter } from '#lib/account-letter.server.ts';
import type { AccountMail } from '#lib/communities/account-mail.ts';

const config = { publicUrl: 'https://entremise.example.org', mailDomain: 'entremise.example.org' };
const now = new Date('2026-05-25T10:00:00Z');
const to = { email: 'kathy@example.com', name: 'Kathy', locale: 'fr' as const };
const token = 'a-secret-token';

const mails: AccountMail[] = [
	{ kind: 'sign_in_link', to, token },
	{ kind: 'password_reset', to, token },
	{ kind: 'email_check', to, token },
	{ kind: 'invitation', to, token, communityName: 'Anciens', inviterName: 'Dean' }
];

describe('a mail about an account', () => {
	it.each(mails)('of kind $kind holds one link, in the body and nowhere else', (mail) => {
		const { body, ...rest } = accountLetter(mail, config, now);
		expect(body.match(/https:\/\/\S+/g)).toEqual([expect.stringMatching(/\/a-secret-token$/)]);
		expect(JSON.stringify(rest)).not.toContain(token);
	});

	it('speaks the language of its reader', () => {
		const french = accountLetter({ kind: 'sign_in_link', to, token }, config, now);
		expect(french).toMatchObject({ locale: 'fr', subject: expect.stringMatching(/^Votre lien/) });
		const english = { ...to, locale: 'en' as const };
		const letter = accountLetter({ kind: 'sign_in_link', to: english, token }, config, now);
		expect(letter.body).toMatch(/^Hello Kathy,/);
	});

	it('is not sent any more once its link is dead', () => {
		const { expiresAt } = accountLetter({ kind: 'sign_in_link', to, token }, config, now);
		expect(expiresAt).toEqual(new Date('2026-05-25T10:15:00Z'));
	});

	it('to somebody who has an account already holds no token', () => {
		const letter = accountLetter({ kind: 'already_here', to, token }, config, now);
		expect(letter.body).toContain('https://entremise.example.org/sign-in');
		expect(letter.body).not.toContain(token);
	});

	it('that only tells news leads to a page for whoever is signed in, and can wait for days', () => {
		const facts = { to, token, communityName: 'Anciens', until: new Date('2026-06-24T10:00:00Z') };
		const removed = accountLetter({ kind: 'removed', ...facts }, config, now);
		expect(removed.body).toContain('https://entremise.example.org/communities');
		expect(removed.body).toContain('24 juin 2026');
		const changed = accountLetter({ kind: 'password_changed', to, token }, config, now);
		expect(changed.body).toContain('https://entremise.example.org/forgotten');
		const back = accountLetter({ kind: 'taken_back', ...facts }, config, now);
		for (const mail of [removed, changed, back]) {
			expect(JSON.stringify(mail)).not.toContain(token);
			expect(mail.expiresAt).toEqual(new Date('2026-05-28T10:00:00Z'));
		}
	});
});
