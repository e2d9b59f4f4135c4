import type { Kysely } from 'kysely';
import type { RateLimits } from '#lib/access/rate-limits.server.ts';
import type { SendAccountMail } from '#lib/communities/account-mail.ts';
import type { Auth } from '#lib/communities/auth.server.ts';
import type { CookieJar } from '#lib/communities/session-cookies.server.ts';
import type { Database } from '#lib/db/schema.ts';

/** What the accounts need of the application. */
export interface AccountsApp {
	db: Kysely<Database>;
	auth: Auth;
	limits: RateLimits;
	sendAccountMail: SendAccountMail;
	config: { secret: string; signUp: 'invitation' | 'open'; smtpUrl: string | undefined };
}

/** Who knocks: the cookies they bring and take away, and their address on the network (never stored in clear). */
export interface Visitor {
	cookies: CookieJar;
	address: string;
}

/** The answer to those who knock too often. */
export interface TooMany {
	ok: false;
	refusal: 'too_many';
	retryAfterSeconds: number;
}

/** Counts one use of each limit; the first that is exhausted answers. */
export async function takeAll(
	limits: RateLimits,
	...uses: Parameters<RateLimits['take']>[]
): Promise<TooMany | null> {
	for (const use of uses) {
		const taken = await limits.take(...use);
		if (!taken.ok) return { ...taken, refusal: 'too_many' };
	}
	return null;
}
