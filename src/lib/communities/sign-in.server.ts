import { isAPIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { sendEmailCheck } from '#lib/communities/email-check.server.ts';
import { headersOf, keepCookies } from '#lib/communities/session-cookies.server.ts';
import { foundCommunity } from '#lib/communities/sign-up.server.ts';
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

/** Signs in by e-mail (normalised) and password. */
export async function signInByPassword(
	app: AccountsApp,
	visitor: Visitor,
	given: { email: string; password: string }
): Promise<SignedIn> {
	const { email, password } = given;
	const tooMany = await takeAll(
		app.limits,
		['sign_in', email, visitor.address],
		['sign_in_from', visitor.address],
		['sign_in_to', email]
	);
	if (tooMany) return tooMany;
	const answer = await orRefused(
		app.auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
	);
	if (!answer) return { ok: false, refusal: 'wrong' };
	await app.limits.forgive('sign_in', email, visitor.address);
	const { user, token } = answer.response;
	if (mustConfirm(app) && !user.emailVerified) return heldBack(app, user, token);
	keepCookies(visitor.cookies, answer.headers);
	await ensureMember(app.db, user.id);
	return { ok: true, userId: user.id };
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
	await ensureMember(app.db, answer.response.user.id);
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
	await app.db.deleteFrom('sessions').where('token', '=', token).execute();
	const tooMany = await takeAll(app.limits, ['link_to', user.email]);
	if (!tooMany) await sendEmailCheck(app, user.id, new Date());
	return { ok: false, refusal: 'unconfirmed' };
}

/** An account that is in no community any more gets one of its own. */
async function ensureMember(db: Kysely<Database>, userId: string): Promise<void> {
	const member = db.selectFrom('members').select('id').where('userId', '=', userId);
	if (await member.executeTakeFirst()) return;
	const user = await db
		.selectFrom('users')
		.select(['name', 'email', 'locale'])
		.where('id', '=', userId)
		.executeTakeFirstOrThrow();
	const owner = { ...user, locale: user.locale ?? ('en' as const) };
	await db.transaction().execute((trx) => foundCommunity(trx, userId, owner, user.name));
}
