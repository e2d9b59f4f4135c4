import type { Kysely } from 'kysely';
import type { CurrentMember } from '#lib/communities/current-member.server.ts';
import type { Database } from '#lib/db/schema.ts';

/** What a member says of themself and how they want to be written to. */
export type Profile = Pick<CurrentMember, 'name' | 'headline' | 'locale' | 'notices'>;

/** Changes the member in this community; name and language also for the account itself. */
export async function changeProfile(
	db: Kysely<Database>,
	member: { communityId: string; memberId: string; userId: string },
	profile: Profile
): Promise<void> {
	const { communityId, memberId, userId } = member;
	await db.transaction().execute(async (trx) => {
		await trx
			.updateTable('members')
			.set(profile)
			.where('communityId', '=', communityId)
			.where('id', '=', memberId)
			.where('userId', '=', userId)
			.execute();
		await trx
			.updateTable('users')
			.set({ name: profile.name, locale: profile.locale })
			.where('id', '=', userId)
			.execute();
	});
}

/** Changes the language of an account and of all it is a member as. */
export async function changeLocale(
	db: Kysely<Database>,
	userId: string,
	locale: 'fr' | 'en'
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		await trx.updateTable('members').set({ locale }).where('userId', '=', userId).execute();
		await trx.updateTable('users').set({ locale }).where('id', '=', userId).execute();
	});
}

/** What the settings show of an account beside the member; null when there is no such account. */
export async function readAccount(
	db: Kysely<Database>,
	userId: string
): Promise<{ email: string; emailVerified: boolean; hasPassword: boolean } | null> {
	const row = await db
		.selectFrom('users')
		.leftJoin('accounts', (join) =>
			join.onRef('accounts.userId', '=', 'users.id').on('accounts.password', 'is not', null)
		)
		.where('users.id', '=', userId)
		.select(['users.email', 'users.emailVerified', 'accounts.id as accountId'])
		.executeTakeFirst();
	if (!row) return null;
	const { email, emailVerified, accountId } = row;
	return { email, emailVerified, hasPassword: accountId !== null };
}
