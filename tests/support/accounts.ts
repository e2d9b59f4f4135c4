import { openRateLimits } from '#lib/access/rate-limits.server.ts';
import type { AccountMail } from '#lib/communities/account-mail.ts';
import { openAuth } from '#lib/communities/auth.server.ts';
import type { CookieJar } from '#lib/communities/session-cookies.server.ts';
import { signUp } from '#lib/communities/sign-up.server.ts';
import type { AccountsApp, Visitor } from '#lib/communities/visitor.server.ts';
import type { Config } from '#lib/config.server.ts';
import { testConfig } from './config.ts';
import type { TestDatabase } from './database.ts';

export const goodPassword = 'a quiet long password';

/** The accounts on a test database; what would be mailed is kept in `mails`. */
export function testAccounts({ db, pool }: TestDatabase, changes: Partial<Config> = {}) {
	const config = testConfig(changes);
	const mails: AccountMail[] = [];
	const lines: string[] = [];
	const sendAccountMail = async (mail: AccountMail) => void mails.push(mail);
	const log = (line: string) => void lines.push(line);
	const auth = openAuth({ ...config, db, sendAccountMail, log });
	const limits = openRateLimits(pool, config.secret);
	const app: AccountsApp & { config: Config } = { db, auth, limits, sendAccountMail, config };
	return { app, mails, lines };
}

/** A browser with its own cookies, at its own address. */
export function testVisitor(address = '192.0.2.10'): Visitor & { jar: Map<string, string> } {
	const jar = new Map<string, string>();
	const cookies: CookieJar = {
		get: (name) => jar.get(name),
		getAll: () => [...jar].map(([name, value]) => ({ name, value })),
		set: (name, value, { maxAge }) => {
			if (maxAge === 0) jar.delete(name);
			else jar.set(name, value);
		}
	};
	return { cookies, address, jar };
}

/** An account with its personal community, as somebody signing up makes it. */
export async function testAccount(app: AccountsApp, email: string, name = 'Kathy Arnaud') {
	const draft = { name, email, password: goodPassword, locale: 'fr' as const, communityName: name };
	const made = await signUp(app.db, { signUp: 'open' }, draft);
	if (!made.ok) throw new Error(`The account was not made: ${made.refusal}.`);
	return made;
}
