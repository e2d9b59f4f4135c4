import { parseSetCookieHeader } from 'better-auth/cookies';

interface CookieOptions {
	path: string;
	httpOnly: boolean;
	secure: boolean;
	sameSite: 'lax' | 'strict' | 'none';
	maxAge?: number;
}

/** The cookies of one request, as SvelteKit's event has them. */
export interface CookieJar {
	get(name: string): string | undefined;
	getAll(): { name: string; value: string }[];
	set(name: string, value: string, options: CookieOptions): void;
}

/** Request headers for `auth.api`: the cookies and nothing else, so that neither address nor browser is stored. */
export function headersOf(cookies: CookieJar): Headers {
	const pairs = cookies.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
	return new Headers({ cookie: pairs.join('; ') });
}

/** Hands the cookies that `auth.api` answered on to the browser. */
export function keepCookies(cookies: CookieJar, answered: Headers | null | undefined): void {
	for (const [name, cookie] of parseSetCookieHeader(answered?.get('set-cookie') ?? '')) {
		const maxAge = cookie['max-age'];
		cookies.set(name, cookie.value, {
			path: cookie.path ?? '/',
			httpOnly: true,
			secure: Boolean(cookie.secure),
			sameSite: 'lax',
			...(maxAge === undefined ? {} : { maxAge })
		});
	}
}
