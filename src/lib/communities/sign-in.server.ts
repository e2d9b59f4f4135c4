import { isAPIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { sendEmailCheck } from '#lib/communities/email-check.server.ts';
import { headersOf, keepCookies } from '#lib/communities/session-cookies.server.ts';
import {
	type AccountsApp,
	takeAll,
	type TooMany,
	type Visitor
} from '#lib/communities/visitor.server.ts';
import type { Database } from '#lib/db/schema.ts';

/** 'wrong' is all one learns, whether the e-mail is unknown, has no password, or the password is another. */
export type SignedIn =
	{ ok: true; userId: string } | { ok: false; refusal: 'wrong' | 'unconfirmed' } | TooMany;

interface Given {
	email: string;
	password: string;
}

/** Signs in by e-mail (normalised) and password. */
export async function signInByPassword(
	app: AccountsApp,
	visitor: Visitor,
	given: Given
): Promise<SignedIn> {
	const tried = await tryPassword(app, visitor, given);
	if (!tried.ok) return tried;
	const { user, token } = tried.answer.response;
	if (mustConfirm(app) && !user.emailVerified) return heldBack(app, user, token);
	keepCookies(visitor.cookies, tried.answer.headers);
	return { ok: true, userId: user.id };
}

/** Whether the password is this account's; opens no session. */
export async function knowsPassword(
	app: AccountsApp,
	visitor: Visitor,
	given: Given
): Promise<{ ok: true } | { ok: false; refusal: 'wrong' } | TooMany> {
	const tried = await tryPassword(app, visitor, given);
	if (!tried.ok) return tried;
	await endSession(app.db, tried.answer.response.token);
	return { ok: true };
}

async function tryPassword({ limits, auth }: AccountsApp, visitor: Visitor, body: Given) {
	const tooMany = await takeAll(
		limits,
		['sign_in', body.email, visitor.address],
		['sign_in_from', visitor.address],
		['sign_in_to', body.email]
	);
	if (tooMany) return tooMany;
	const answer = await orRefused(auth.api.signInEmail({ body, returnHeaders: true }));
	if (!answer) return { ok: false as const, refusal: 'wrong' as const };
	await limits.forgive('sign_in', body.email, visitor.address);
	return { ok: true as const, answer };
}

/** On a server that is open to all, an account is of use only once its e-mail is confirmed. */
export function mustConfirm(app: Pick<AccountsApp, 'config'>): boolean {
	return app.config.signUp === 'open' && app.config.smtpUrl !== undefined;
}

/** Signs in by the token of an e-mailed link, once. */
export async function signInByLink(
	app: AccountsApp,
	visitor: Visitor,
	token: string
): Promise<{ ok: true; userId: string } | { ok: false; refusal: 'expired' } | TooMany> {
	const tooMany = await takeAll(app.limits, ['link_opened', visitor.address]);
	if (tooMany) return tooMany;
	const answer = await orRefused(
		app.auth.api.magicLinkVerify({
			query: { token },
			headers: headersOf(visitor.cookies),
			returnHeaders: true
		})
	);
	if (!answer) return { ok: false, refusal: 'expired' };
	keepCookies(visitor.cookies, answer.headers);
	return { ok: true, userId: answer.response.user.id };
}

/** Ends this session, or every session of the account. */
export async function signOut(
	app: Pick<AccountsApp, 'auth'>,
	cookies: Visitor['cookies'],
	where: 'here' | 'everywhere'
): Promise<void> {
	const headers = headersOf(cookies);
	if (where === 'everywhere') await orRefused(app.auth.api.revokeSessions({ headers }));
	const answer = await orRefused(app.auth.api.signOut({ headers, returnHeaders: true }));
	keepCookies(cookies, answer?.headers);
}

/** What the library answers, or null where it refuses; its own errors and ours are thrown on. */
export async function orRefused<Answer>(call: Promise<Answer>): Promise<Answer | null> {
	try {
		return await call;
	} catch (error) {
		if (isAPIError(error) && error.statusCode < 500) return null;
		throw error;
	}
}

async function heldBack(
	app: AccountsApp,
	user: { id: string; email: string },
	token: string
): Promise<SignedIn> {
	await endSession(app.db, token);
	const tooMany = await takeAll(app.limits, ['link_to', user.email]);
	if (!tooMany) await sendEmailCheck(app, user.id, new Date());
	return { ok: false, refusal: 'unconfirmed' };
}

async function endSession(db: Kysely<Database>, token: string): Promise<void> {
	await db.deleteFrom('sessions').where('token', '=', token).execute();
}
