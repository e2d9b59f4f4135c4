import { m } from '#lib/i18n/paraglide/messages.js';
import type { FailedLetter } from '#lib/introductions/letters-failed.server.ts';
import type { MailFailure } from '#lib/mail/mail-failure.ts';

/** What did not reach the connector, and why, in a sentence for its writer. */
export function failedLetterText({ what, failure }: FailedLetter, connector: string): string {
	if (failure === 'uncertain' && what === 'request')
		return m.introductions_failed_uncertain_request({ connector });
	const words = { connector, why: why(failure) };
	switch (what) {
		case 'request':
			return m.introductions_failed_request(words);
		case 'thanks':
			return m.introductions_failed_thanks(words);
		case 'notice':
			return m.introductions_failed_notice(words);
	}
}

function why(failure: MailFailure): string {
	switch (failure) {
		case 'address_refused':
			return m.introductions_failed_why_address();
		case 'rejected':
		case 'sender_refused':
			return m.introductions_failed_why_rejected();
		case 'never_again':
			return m.introductions_failed_why_never();
		case 'server_busy':
		case 'server_unreachable':
		case 'sign_in_refused':
			return m.introductions_failed_why_server();
		default:
			return m.introductions_failed_why_late();
	}
}
