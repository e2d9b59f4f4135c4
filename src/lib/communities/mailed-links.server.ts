import { setTimeout as wait } from 'node:timers/promises';
import { headersOf } from '#lib/communities/session-cookies.server.ts';
import { orRefused } from '#lib/communities/sign-in.server.ts';
import {
	type AccountsApp,
	takeAll,
	type TooMany,
	type Visitor
} from '#lib/communities/visitor.server.ts';

/**
 * Mails a link to sign in or to choose a new password, if the e-mail (normalised) has an account.
 * The answer is the same if it has none, and comes no sooner.
 */
export async function requestLink(
	app: AccountsApp,
	visitor: Visitor,
	kind: 'sign_in_link' | 'password_reset',
	email: string
): Promise<{ ok: true } | TooMany> {
	const tooMany = await takeAll(
		app.limits,
		['link_from', visitor.address],
		['link_to', kind, email]
	);
	if (tooMany) return tooMany;
	await noSoonerThan(500, mailLink(app, visitor, kind, email));
	return { ok: true };
}

/** Sets a new password by the token of a reset link, once; every session of the account ends. */
export async function resetPassword(
	app: AccountsApp,
	visitor: Visitor,
	given: { token: string; password: string }
): Promise<{ ok: true } | { ok: false; refusal: 'expired' } | TooMany> {
	const tooMany = await takeAll(app.limits, ['link_opened', visitor.address]);
	if (tooMany) return tooMany;
	const { token, password: newPassword } = given;
	const done = await orRefused(app.auth.api.resetPassword({ body: { token, newPassword } }));
	return done ? { ok: true } : { ok: false, refusal: 'expired' };
}

/** Tells the holder of an e-mail that somebody wanted to sign up with it; nobody else learns of the account. */
export async function tellOfAccount(app: AccountsApp, email: string): Promise<void> {
	const tooMany = await takeAll(app.limits, ['link_to', 'already_here', email]);
	const user = await app.db
		.selectFrom('users')
		.select(['email', 'name', 'locale'])
		.where('email', '=', email)
		.executeTakeFirst();
	if (tooMany || !user) return;
	const to = { ...user, locale: user.locale ?? ('en' as const) };
	await app.sendAccountMail({ kind: 'already_here', to, token: crypto.randomUUID() });
}

async function mailLink(
	{ auth }: AccountsApp,
	{ cookies }: Visitor,
	kind: 'sign_in_link' | 'password_reset',
	email: string
): Promise<unknown> {
	if (kind === 'password_reset') return auth.api.requestPasswordReset({ body: { email } });
	return auth.api.signInMagicLink({ body: { email }, headers: headersOf(cookies) });
}

async function noSoonerThan(milliseconds: number, work: Promise<unknown>): Promise<void> {
	await Promise.all([work, wait(milliseconds)]);
}
