import { createHash } from 'node:crypto';
import { type AccountMail, lifetimeSeconds } from '#lib/communities/account-mail.ts';
import { dayOf, sayDate } from '#lib/i18n/dates.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { MailDraft } from '#lib/mail/outbox.server.ts';

/** Mail that belongs to no community is kept under the server's own. */
const server = '00000000-0000-0000-0000-000000000000';

/** Where each link leads; opening it changes nothing, its button does. */
const paths = {
	sign_in_link: '/sign-in/link/',
	password_reset: '/new-password/',
	email_check: '/confirm-email/',
	invitation: '/invitation/',
	already_here: '/sign-in',
	password_changed: '/forgotten',
	removed: '/communities',
	taken_back: '/'
};
/** These only tell something: their pages are open to whoever is signed in. */
const tokenless: readonly string[] = ['already_here', 'password_changed', 'removed', 'taken_back'];

/** The address that a mail about an account holds. */
export function accountLink(publicUrl: string, kind: AccountMail['kind'], token: string): string {
	return publicUrl + paths[kind] + (tokenless.includes(kind) ? '' : token);
}

/** A mail about an account, in words and ready for the outbox. */
export function accountLetter(
	mail: AccountMail,
	config: { publicUrl: string; mailDomain: string },
	now: Date
): MailDraft {
	const { to, kind, token } = mail;
	const { subject, body } = wordsOf(mail, accountLink(config.publicUrl, kind, token));
	const hello = m.access_mail_hello({ name: to.name }, { locale: to.locale });
	return {
		communityId: server,
		cause: `account:${kind}:${createHash('sha256').update(token).digest('base64url')}`,
		kind: 'account',
		to: { email: to.email, name: to.name },
		locale: to.locale,
		subject,
		body: to.name ? `${hello}\n\n${body}` : body,
		mailDomain: config.mailDomain,
		createdAt: now,
		expiresAt: new Date(now.getTime() + lifetimeOf(kind) * 1000)
	};
}

function lifetimeOf(kind: AccountMail['kind']): number {
	if (kind === 'already_here') return lifetimeSeconds.sign_in_link;
	const news = kind === 'password_changed' || kind === 'removed' || kind === 'taken_back';
	return news ? lifetimeSeconds.news : lifetimeSeconds[kind];
}

function wordsOf(mail: AccountMail, link: string): { subject: string; body: string } {
	const said = { locale: mail.to.locale };
	switch (mail.kind) {
		case 'sign_in_link':
			return {
				subject: m.access_mail_sign_in_subject({}, said),
				body: m.access_mail_sign_in_body({ link }, said)
			};
		case 'password_reset':
			return {
				subject: m.access_mail_reset_subject({}, said),
				body: m.access_mail_reset_body({ link }, said)
			};
		case 'email_check':
			return {
				subject: m.access_mail_check_subject({}, said),
				body: m.access_mail_check_body({ link }, said)
			};
		case 'already_here':
			return {
				subject: m.access_mail_here_subject({}, said),
				body: m.access_mail_here_body({ link }, said)
			};
		case 'invitation':
			return invitationWords(mail, link);
		case 'password_changed':
			return {
				subject: m.communities_mail_password_subject({}, said),
				body: m.communities_mail_password_body({ link }, said)
			};
		case 'removed':
		case 'taken_back':
			return removalWords(mail, link);
	}
}

function invitationWords(
	{ communityName: community, inviterName: inviter, to }: AccountMail & { kind: 'invitation' },
	link: string
) {
	const said = { locale: to.locale };
	return {
		subject: inviter
			? m.access_mail_invitation_subject({ inviter, community }, said)
			: m.access_mail_invitation_subject_alone({ community }, said),
		body: m.access_mail_invitation_body({ community, link }, said)
	};
}

function removalWords(
	{ kind, communityName: community, until, to }: AccountMail & { kind: 'removed' | 'taken_back' },
	link: string
) {
	const said = { locale: to.locale };
	const facts = { community, link, day: sayDate(dayOf(until), to.locale) };
	return kind === 'removed'
		? {
				subject: m.communities_mail_removed_subject(facts, said),
				body: m.communities_mail_removed_body(facts, said)
			}
		: {
				subject: m.communities_mail_back_subject(facts, said),
				body: m.communities_mail_back_body(facts, said)
			};
}
