/** Why a mail will not leave, ever. */
export type Refused = 'address_refused' | 'sender_refused' | 'rejected';
/** Why a mail has to wait for another try. */
export type Deferred = 'server_busy' | 'server_unreachable' | 'sign_in_refused';

/**
 * What became of one dialogue with the mail server. `uncertain`: the letter had been begun and the
 * server's last word is not known, so it may have been taken.
 */
export type Delivery =
	| { outcome: 'sent' }
	| { outcome: 'refused'; why: Refused }
	| { outcome: 'deferred'; why: Deferred }
	| { outcome: 'uncertain' };

/** What the SMTP client says of a dialogue that failed. */
export interface SmtpError {
	code?: string | undefined;
	responseCode?: number | undefined;
	command?: string | undefined;
}

/** Reads a failed dialogue; `begun` tells whether a part of the letter was handed over. */
export function judgeSmtpError(error: SmtpError, begun: boolean): Delivery {
	const { code, responseCode = 0 } = error;
	if (code === 'EAUTH' || code === 'ENOAUTH') return deferred('sign_in_refused');
	// 503, bad sequence: the conversation went wrong, not the letter.
	if (responseCode >= 500 && responseCode !== 503) return refusedAt(error.command);
	if (responseCode >= 400) return deferred('server_busy');
	if (code === 'EENVELOPE') return refused('address_refused');
	if (code === 'EMESSAGE') return refused('rejected');
	return begun ? { outcome: 'uncertain' } : deferred('server_unreachable');
}

function refusedAt(command: string | undefined): Delivery {
	if (command === 'RCPT TO') return refused('address_refused');
	if (command === 'MAIL FROM') return refused('sender_refused');
	if (command === 'DATA') return refused('rejected');
	// It does not talk to us at all: the mail is not at fault and waits until somebody has seen to it.
	return deferred('server_unreachable');
}

function refused(why: Refused): Delivery {
	return { outcome: 'refused', why };
}

function deferred(why: Deferred): Delivery {
	return { outcome: 'deferred', why };
}
