import { headersOf, keepCookies } from '#lib/communities/session-cookies.server.ts';
import { tellOfPassword } from '#lib/communities/password-news.server.ts';
import { orRefused } from '#lib/communities/sign-in.server.ts';
import {
	type AccountsApp,
	takeAll,
	type TooMany,
	type Visitor
} from '#lib/communities/visitor.server.ts';

type Answer = { ok: true } | { ok: false; refusal: 'wrong' } | TooMany;

/** Changes the password of the signed-in account; its other sessions end. */
export async function changePassword(
	app: AccountsApp,
	{ cookies }: Visitor,
	userId: string,
	given: { currentPassword: string; newPassword: string }
): Promise<Answer> {
	const tooMany = await takeAll(app.limits, ['confirm', userId]);
	if (tooMany) return tooMany;
	const answer = await orRefused(
		app.auth.api.changePassword({
			body: { ...given, revokeOtherSessions: true },
			headers: headersOf(cookies),
			returnHeaders: true
		})
	);
	if (!answer) return { ok: false, refusal: 'wrong' };
	keepCookies(cookies, answer.headers);
	await app.limits.forgive('confirm', userId);
	await tellOfPassword(app, userId);
	return { ok: true };
}

/** Gives the signed-in account its first password; refused when it has one. */
export async function choosePassword(
	app: AccountsApp,
	{ cookies }: Visitor,
	userId: string,
	newPassword: string
): Promise<Answer> {
	const call = app.auth.api.setPassword({ body: { newPassword }, headers: headersOf(cookies) });
	if (!(await orRefused(call))) return { ok: false, refusal: 'wrong' };
	await tellOfPassword(app, userId);
	return { ok: true };
}

/** Whether this is the password of the signed-in account. */
export async function isOwnPassword(
	app: AccountsApp,
	{ cookies }: Visitor,
	userId: string,
	password: string
): Promise<Answer> {
	const tooMany = await takeAll(app.limits, ['confirm', userId]);
	if (tooMany) return tooMany;
	const call = app.auth.api.verifyPassword({ body: { password }, headers: headersOf(cookies) });
	if (!(await orRefused(call))) return { ok: false, refusal: 'wrong' };
	await app.limits.forgive('confirm', userId);
	return { ok: true };
}
