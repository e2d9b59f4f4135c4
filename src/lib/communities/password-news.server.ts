import type { Kysely } from 'kysely';
import type { SendAccountMail } from '#lib/communities/account-mail.ts';
import type { Database } from '#lib/db/schema.ts';

/** Tells the holder of an account that its password is another now, in case it was not they who changed it. */
export async function tellOfPassword(
	app: { db: Kysely<Database>; sendAccountMail: SendAccountMail },
	userId: string
): Promise<void> {
	const user = await app.db
		.selectFrom('users')
		.select(['email', 'name', 'locale'])
		.where('id', '=', userId)
		.executeTakeFirst();
	if (!user) return;
	const to = { ...user, locale: user.locale ?? ('en' as const) };
	await app.sendAccountMail({ kind: 'password_changed', to, token: crypto.randomUUID() });
}
