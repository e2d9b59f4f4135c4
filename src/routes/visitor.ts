import { fail, type RequestEvent } from '@sveltejs/kit';
import { demoRoleCookie } from '#lib/access/demo-role.server.ts';
import type { TooMany, Visitor } from '#lib/communities/visitor.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** Who made this request, as the accounts know them. */
export function visitorOf(event: Pick<RequestEvent, 'cookies' | 'getClientAddress'>): Visitor {
	return { cookies: event.cookies, address: event.getClientAddress() };
}

/** The answer to a form that was sent too often, with what was typed. */
export function tooOften<Kept extends object>(
	event: Pick<RequestEvent, 'setHeaders'>,
	{ retryAfterSeconds }: Pick<TooMany, 'retryAfterSeconds'>,
	kept: Kept
) {
	event.setHeaders({ 'retry-after': String(retryAfterSeconds) });
	const minutes = Math.ceil(retryAfterSeconds / 60);
	return fail(429, { ...kept, problem: m.access_too_many({ minutes }) });
}

/** Who signs in or out is no person of the demo any more. */
export function leaveDemo({ cookies }: Pick<RequestEvent, 'cookies'>): void {
	cookies.delete(demoRoleCookie, { path: '/' });
}

/** A cookie that remembers a choice for a year. */
export function keptCookie(url: URL) {
	return { path: '/', maxAge: 365 * 24 * 60 * 60, secure: url.protocol === 'https:' };
}
