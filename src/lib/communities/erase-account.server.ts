import { type Kysely, sql, type Transaction } from 'kysely';
import { eraseMember, holdMembers, isOnlyOwner } from '#lib/communities/erase-member.server.ts';
import type { Database } from '#lib/db/schema.ts';

export type Erased =
	| { ok: true }
	/** They are the only owner of a community where others would be left without one. */
	| { ok: false; refusal: 'last_owner'; communityName: string };

// Mail about accounts belongs to no community.
const serverCommunity = '00000000-0000-0000-0000-000000000000';

/**
 * Erases an account with everything its members hold, in every community, those it was removed from
 * too. All of it or nothing.
 */
export function eraseAccount(db: Kysely<Database>, userId: string): Promise<Erased> {
	return db.transaction().execute(async (trx) => {
		const memberships = await membershipsOf(trx, userId);
		for (const { communityId, memberId, communityName } of memberships) {
			const held = await holdMembers(trx, communityId);
			if (isOnlyOwner(held, memberId)) return { ok: false, refusal: 'last_owner', communityName };
		}
		for (const membership of memberships) await eraseMember(trx, membership);
		await eraseUser(trx, userId);
		return { ok: true };
	});
}

function membershipsOf(trx: Transaction<Database>, userId: string) {
	return trx
		.selectFrom('members')
		.innerJoin('communities', 'communities.id', 'members.communityId')
		.where('members.userId', '=', userId)
		.select(['members.communityId', 'members.id as memberId', 'communities.name as communityName'])
		.orderBy('members.communityId')
		.execute();
}

async function eraseUser(trx: Transaction<Database>, userId: string): Promise<void> {
	const { email } = await trx
		.selectFrom('users')
		.select('email')
		.where('id', '=', userId)
		.executeTakeFirstOrThrow();
	// Links that were asked for but not used yet name the account or its e-mail.
	const named = sql<boolean>`strpos(value, ${JSON.stringify(email)}) > 0`;
	await trx
		.deleteFrom('verifications')
		.where(({ or, eb }) => or([eb('value', '=', userId), named]))
		.execute();
	await trx
		.deleteFrom('mails')
		.where('communityId', '=', serverCommunity)
		.where('toEmail', '=', email)
		.execute();
	await trx.deleteFrom('users').where('id', '=', userId).execute();
}
