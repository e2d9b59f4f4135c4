/** A mail about an account itself. It carries the token; whoever sends it makes the address and the words. */
export type AccountMail = {
	to: { email: string; name: string; locale: 'fr' | 'en' };
	token: string;
} & (
	| { kind: 'sign_in_link' | 'password_reset' | 'email_check' | 'already_here' }
	/** News, without a token of use. */
	| { kind: 'password_changed' }
	| { kind: 'removed' | 'taken_back'; communityName: string; until: Date }
	| { kind: 'invitation'; communityName: string; inviterName: string }
);

/** Puts a mail in the outbox, or does nothing where no mail can leave. */
export type SendAccountMail = (mail: AccountMail) => Promise<void>;

/** How long what we mail stays good, in seconds. */
export const lifetimeSeconds = {
	sign_in_link: 15 * 60,
	password_reset: 60 * 60,
	email_check: 3 * 24 * 60 * 60,
	invitation: 14 * 24 * 60 * 60,
	/** What only tells news is still worth sending after a mail server’s bad day. */
	news: 3 * 24 * 60 * 60
};
