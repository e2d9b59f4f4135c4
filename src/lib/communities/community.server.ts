import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import { foundCommunity } from '#lib/communities/sign-up.server.ts';
import type { Database } from '#lib/db/schema.ts';

/** How a community is called, and what it is for, as members and invited people read it. */
export interface CommunityWords {
	name: string;
	description: string;
}

/** Founds a community beside those an account is in; it is personal until somebody joins. Answers its id. */
export function foundAnother(
	db: Kysely<Database>,
	userId: string,
	{ name, description }: CommunityWords
): Promise<string> {
	return db.transaction().execute(async (trx) => {
		const user = await trx
			.selectFrom('users')
			.select(['name', 'email', 'locale'])
			.where('id', '=', userId)
			.executeTakeFirstOrThrow();
		const owner = { ...user, locale: user.locale ?? ('en' as const) };
		const communityId = await foundCommunity(trx, userId, owner, name);
		await writeWords(trx, communityId, { name, description });
		return communityId;
	});
}

/** Renames and describes a community; false to all but its owners, and in the demo. */
export async function changeCommunity(
	db: Kysely<Database>,
	actor: Actor,
	communityId: string,
	words: CommunityWords
): Promise<boolean> {
	if (!may(actor, { to: 'change_community', communityId })) return false;
	return writeWords(db, communityId, words);
}

/** What a member's community says of itself; null for those who are not in it. */
export async function readCommunity(
	db: Kysely<Database>,
	actor: Actor,
	communityId: string
): Promise<CommunityWords | null> {
	if (!may(actor, { to: 'read_members', communityId })) return null;
	const row = await db
		.selectFrom('communities')
		.select(['name', 'description'])
		.where('id', '=', communityId)
		.executeTakeFirst();
	return row ?? null;
}

async function writeWords(db: Kysely<Database>, communityId: string, words: CommunityWords) {
	const { name, description } = words;
	const { numUpdatedRows } = await db
		.updateTable('communities')
		.set({ name, description })
		.where('id', '=', communityId)
		.where('kind', 'in', ['personal', 'group'])
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
