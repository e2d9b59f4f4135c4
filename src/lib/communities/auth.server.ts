import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Kysely } from 'kysely';
import { lifetimeSeconds, type SendAccountMail } from '#lib/communities/account-mail.ts';
import { confirmEmail } from '#lib/communities/email-check.server.ts';
import { tellOfPassword } from '#lib/communities/password-news.server.ts';
import { passwordLength } from '#lib/communities/password-length.ts';
import type { Database } from '#lib/db/schema.ts';

const day = 24 * 60 * 60;

export type Auth = ReturnType<typeof openAuth>;

/**
 * better-auth on our own tables, without its HTTP mount: only our form actions call `auth.api`.
 * Passwords, sessions and the tokens of its mails are its work; accounts are made in sign-up.server.
 */
export function openAuth(options: {
	db: Kysely<Database>;
	secret: string;
	publicUrl: string;
	sendAccountMail: SendAccountMail;
	log: (line: string) => void;
}) {
	const { db, secret, publicUrl, sendAccountMail } = options;
	return betterAuth({
		baseURL: publicUrl,
		secret,
		telemetry: { enabled: false },
		logger: quietLogger(options.log),
		database: { db, type: 'postgres' as const, transaction: true },
		user: {
			modelName: 'users',
			additionalFields: { locale: { type: 'string', required: false, input: false } }
		},
		session: { modelName: 'sessions', expiresIn: 30 * day, updateAge: day },
		account: { modelName: 'accounts' },
		verification: { modelName: 'verifications', storeIdentifier: 'hashed' },
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix: 'entremise',
			useSecureCookies: publicUrl.startsWith('https:'),
			ipAddress: { disableIpTracking: true }
		},
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: passwordLength.least,
			maxPasswordLength: passwordLength.most,
			revokeSessionsOnPasswordReset: true,
			onPasswordReset: async ({ user }) => {
				await confirmEmail(db, { userId: user.id, email: user.email });
				await tellOfPassword({ db, sendAccountMail }, user.id);
			},
			resetPasswordTokenExpiresIn: lifetimeSeconds.password_reset,
			sendResetPassword: async ({ user, token }) =>
				mailTo(user.email, async (to) => sendAccountMail({ kind: 'password_reset', to, token }))
		},
		plugins: [
			magicLink({
				disableSignUp: true,
				storeToken: 'hashed',
				expiresIn: lifetimeSeconds.sign_in_link,
				sendMagicLink: async ({ email, token }) =>
					mailTo(email, async (to) => sendAccountMail({ kind: 'sign_in_link', to, token }))
			})
		]
	});

	/** Mails leave only to those who have an account; who has none is not told. */
	async function mailTo(email: string, send: (to: Addressee) => Promise<void>): Promise<void> {
		const user = await db
			.selectFrom('users')
			.select(['email', 'name', 'locale'])
			.where('email', '=', email.toLowerCase())
			.executeTakeFirst();
		if (user) await send({ ...user, locale: user.locale ?? 'en' });
	}
}

type Addressee = Parameters<SendAccountMail>[0]['to'];

// Its lines and their details may hold an e-mail address; errors are thrown to us anyway.
function quietLogger(log: (line: string) => void) {
	return {
		level: 'error' as const,
		log: (level: string) => log(`accounts: the library reported an ${level}`)
	};
}
