import type { Kysely } from 'kysely';
import { z } from 'zod';
import { keyedHash, signValue, verifySignedValue } from '#lib/access/signed-value.server.ts';
import { lifetimeSeconds, type SendAccountMail } from '#lib/communities/account-mail.ts';
import type { Database } from '#lib/db/schema.ts';

const purpose = 'email_check';
const content = z.tuple([z.string(), z.string(), z.number()]);

/** Which account's e-mail a link confirms. It changes nothing but that, so it may be used twice. */
export type EmailCheck =
	{ ok: true; userId: string; email: string } | { ok: false; refusal: 'unknown' | 'expired' };

/**
 * The token of a link by which the holder of a mailbox confirms it; nothing is stored. Addresses of
 * pages end up in histories and logs: the e-mail is in it only as a keyed hash.
 */
export function makeEmailCheck(
	secret: string,
	user: { id: string; email: string },
	now: Date
): string {
	const expiresAt = now.getTime() + lifetimeSeconds.email_check * 1000;
	const text = JSON.stringify([user.id, hashed(secret, user.email), expiresAt]);
	return signValue(secret, purpose, Buffer.from(text).toString('base64url'));
}

/** Reads such a token; changes nothing. Unknown too once the account has another e-mail. */
export async function readEmailCheck(
	{ db, config: { secret } }: { db: Kysely<Database>; config: { secret: string } },
	token: string,
	now: Date
): Promise<EmailCheck> {
	const value = verifySignedValue(secret, purpose, token);
	if (value === null) return { ok: false, refusal: 'unknown' };
	const [userId, emailHash, expiresAt] = content.parse(
		JSON.parse(Buffer.from(value, 'base64url').toString())
	);
	if (expiresAt <= now.getTime()) return { ok: false, refusal: 'expired' };
	const user = await db
		.selectFrom('users')
		.select('email')
		.where('id', '=', userId)
		.executeTakeFirst();
	const same = user && hashed(secret, user.email) === emailHash;
	return same ? { ok: true, userId, email: user.email } : { ok: false, refusal: 'unknown' };
}

function hashed(secret: string, email: string): string {
	return keyedHash(secret, purpose, email).subarray(0, 16).toString('base64url');
}

/** Marks the e-mail as confirmed, if it is still the account's; answers whether it was. */
export async function confirmEmail(
	db: Kysely<Database>,
	check: { userId: string; email: string }
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('users')
		.set({ emailVerified: true })
		.where('id', '=', check.userId)
		.where('email', '=', check.email)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Mails the link; for an account whose e-mail is already confirmed, nothing. */
export async function sendEmailCheck(
	app: { db: Kysely<Database>; config: { secret: string }; sendAccountMail: SendAccountMail },
	userId: string,
	now: Date
): Promise<void> {
	const user = await app.db
		.selectFrom('users')
		.select(['id', 'email', 'name', 'locale', 'emailVerified'])
		.where('id', '=', userId)
		.executeTakeFirst();
	if (!user || user.emailVerified) return;
	const to = { email: user.email, name: user.name, locale: user.locale ?? 'en' };
	const token = makeEmailCheck(app.config.secret, user, now);
	await app.sendAccountMail({ kind: 'email_check', to, token });
}
