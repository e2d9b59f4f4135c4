import { hashPassword } from 'better-auth/crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

/** What somebody writes to get an account; parsed already, the e-mail normalised. */
export interface AccountDraft {
	name: string;
	email: string;
	password: string;
	locale: 'fr' | 'en';
}

/** Whether anybody has an account on this server yet. */
export async function hasAccounts(db: Kysely<Database>): Promise<boolean> {
	const one = await db.selectFrom('users').select('id').limit(1).executeTakeFirst();
	return one !== undefined;
}

/** Who may sign up without an invitation: whoever comes first, then everybody or nobody. */
export async function signUpDoor(
	db: Kysely<Database>,
	config: { signUp: 'invitation' | 'open' }
): Promise<'first' | 'open' | 'closed'> {
	if (!(await hasAccounts(db))) return 'first';
	return config.signUp === 'open' ? 'open' : 'closed';
}

export type SignedUp =
	| { ok: true; userId: string; communityId: string; door: 'first' | 'open' }
	| { ok: false; refusal: 'closed' | 'email_taken' };

/**
 * Makes an account and its personal community, whose owner it is. Of two who would be the first at
 * the same moment, one is; the other meets the door as it then stands.
 */
export async function signUp(
	db: Kysely<Database>,
	config: { signUp: 'invitation' | 'open' },
	draft: AccountDraft & { communityName: string }
): Promise<SignedUp> {
	const passwordHash = await hashPassword(draft.password);
	return db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(hashtext('entremise sign-up'))`.execute(trx);
		const door = await signUpDoor(trx, config);
		if (door === 'closed') return { ok: false, refusal: 'closed' };
		const userId = await insertAccount(trx, draft, passwordHash, { emailVerified: false });
		if (!userId) return { ok: false, refusal: 'email_taken' };
		const communityId = await foundCommunity(trx, userId, draft, draft.communityName);
		return { ok: true, userId, communityId, door };
	});
}

/** Writes the account as better-auth keeps it; answers its id, or null when the e-mail has one already. */
export async function insertAccount(
	trx: Kysely<Database>,
	{ name, email, locale }: Omit<AccountDraft, 'password'>,
	passwordHash: string,
	proof: { emailVerified: boolean }
): Promise<string | null> {
	const id = crypto.randomUUID();
	const inserted = await trx
		.insertInto('users')
		.values({ id, name, email, locale, emailVerified: proof.emailVerified })
		.onConflict((conflict) => conflict.column('email').doNothing())
		.executeTakeFirst();
	if (inserted.numInsertedOrUpdatedRows !== 1n) return null;
	await trx
		.insertInto('accounts')
		.values({
			id: crypto.randomUUID(),
			accountId: id,
			providerId: 'credential',
			userId: id,
			password: passwordHash
		})
		.execute();
	return id;
}

/** A community of one for this account; answers its id. */
export async function foundCommunity(
	trx: Kysely<Database>,
	userId: string,
	owner: { name: string; email: string; locale: 'fr' | 'en' },
	communityName: string
): Promise<string> {
	const { id: communityId } = await trx
		.insertInto('communities')
		.values({ name: communityName, kind: 'personal' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const { name, email, locale } = owner;
	await trx
		.insertInto('members')
		.values({ communityId, userId, name, email, locale, role: 'owner' })
		.execute();
	return communityId;
}
