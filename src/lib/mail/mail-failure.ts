import type { Deferred, Refused } from '#lib/mail/delivery.ts';

/**
 * Why a mail has not left (column `failure`).
 * `uncertain`: the server may have it; said of a mail that may be tried once more, or was given up for it.
 * `not_delivered`: tried in vain for as long as its kind is worth.
 */
export type MailFailure =
	Refused | Deferred | 'uncertain' | 'not_delivered' | 'never_again' | 'withdrawn' | 'switched_off';

const failures: readonly MailFailure[] = [
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
	'switched_off'
];

/** Narrows what the database holds; null when nothing failed. */
export function asMailFailure(text: string): MailFailure | null {
	return failures.find((failure) => failure === text) ?? null;
}
