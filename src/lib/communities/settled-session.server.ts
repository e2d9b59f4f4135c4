import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Auth } from '#lib/communities/auth.server.ts';
import type { CookieJar } from '#lib/communities/session-cookies.server.ts';

/** A session that better-auth signed, and until when it must last for there to be nothing to do. */
export interface SettledSession {
	token: string;
	until: Date;
}

/**
 * The session that a cookie brings, so that it can be read together with its member: of most requests
 * it is valid, and not due to be prolonged before a day has gone. Whatever is otherwise is asked of
 * better-auth. null where the cookie was not signed by it.
 */
export async function settledSession(
	auth: Auth,
	cookies: CookieJar
): Promise<SettledSession | null> {
	const { authCookies, secret, sessionConfig } = await auth.$context;
	const token = unsigned(cookies.get(authCookies.sessionToken.name), secret);
	const left = sessionConfig.expiresIn - sessionConfig.updateAge;
	return token === null ? null : { token, until: new Date(Date.now() + left * 1000) };
}

/** As better-auth signs its cookies: `<value>.<HMAC-SHA256 in base64>`. */
function unsigned(signed: string | undefined, secret: string): string | null {
	const dot = signed?.lastIndexOf('.') ?? -1;
	if (signed === undefined || dot < 1) return null;
	const value = signed.slice(0, dot);
	const given = Buffer.from(signed.slice(dot + 1));
	const expected = Buffer.from(createHmac('sha256', secret).update(value).digest('base64'));
	return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}
