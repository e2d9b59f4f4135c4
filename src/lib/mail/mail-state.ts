import type { MailRow } from '#lib/db/schema.ts';
import { sayDateTime } from '#lib/i18n/dates.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { type MailFailure, asMailFailure } from '#lib/mail/mail-failure.ts';

/** What became of a mail, as a sentence, and the tone in which it is said. */
export interface SaidMailState {
	sentence: string;
	tone: 'agreed' | 'waiting' | 'wrong' | 'said';
}

type Told = Pick<MailRow, 'state' | 'failure' | 'sentAt' | 'digestId'>;

/** Says the state of a mail; times are said in the home time zone. */
export function sayMailState(mail: Told, locale: Locale): SaidMailState {
	const failure = asMailFailure(mail.failure);
	switch (mail.state) {
		case 'sent':
			return { sentence: saySent(mail, locale), tone: 'agreed' };
		case 'queued':
			return { sentence: failure ? wait(failure) : m.mail_state_queued(), tone: 'waiting' };
		case 'sending':
			return { sentence: m.mail_state_sending(), tone: 'waiting' };
		case 'digest':
			return { sentence: m.mail_state_digest(), tone: 'waiting' };
		case 'kept':
			return { sentence: failure ? notSent(failure) : m.mail_state_kept(), tone: 'said' };
		case 'failed':
			return { sentence: notSent(failure ?? 'not_delivered'), tone: 'wrong' };
	}
}

function saySent(mail: Told, locale: Locale): string {
	const when = mail.sentAt ? sayDateTime(mail.sentAt, locale) : '';
	return mail.digestId ? m.mail_state_told({ when }) : m.mail_state_sent({ when });
}

function wait(failure: MailFailure): string {
	switch (failure) {
		case 'server_busy':
			return m.mail_wait_busy();
		case 'sign_in_refused':
			return m.mail_wait_sign_in();
		case 'uncertain':
			return m.mail_wait_uncertain();
		default:
			return m.mail_wait_unreachable();
	}
}

function notSent(failure: MailFailure): string {
	switch (failure) {
		case 'address_refused':
			return m.mail_failed_address();
		case 'sender_refused':
			return m.mail_failed_sender();
		case 'rejected':
			return m.mail_failed_rejected();
		case 'uncertain':
			return m.mail_failed_uncertain();
		case 'never_again':
			return m.mail_failed_never_again();
		case 'withdrawn':
			return m.mail_kept_withdrawn();
		case 'switched_off':
			return m.mail_kept_switched_off();
		default:
			return m.mail_failed_late();
	}
}
