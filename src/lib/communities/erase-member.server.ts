import type { Transaction } from 'kysely';
import { askCompanionsAnew } from '#lib/communities/leave-persons.server.ts';
import type { Database } from '#lib/db/schema.ts';

/** Which member of which community. */
export interface MemberKey {
	communityId: string;
	memberId: string;
}

/** Everybody of a community, those removed too, held from others' changes; always in the same order. */
export function holdMembers(trx: Transaction<Database>, communityId: string) {
	return trx
		.selectFrom('members')
		.select(['id', 'userId', 'role', 'removedAt'])
		.where('communityId', '=', communityId)
		.orderBy('id')
		.forUpdate()
		.execute();
}

export type HeldMember = Awaited<ReturnType<typeof holdMembers>>[number];

/** Whether others would be left in a community that nobody owns. */
export function isOnlyOwner(held: readonly HeldMember[], memberId: string): boolean {
	const present = held.filter(({ removedAt }) => removedAt === null);
	const others = present.filter(({ id }) => id !== memberId);
	const owns = present.some(({ id, role }) => id === memberId && role === 'owner');
	return owns && others.length > 0 && !others.some(({ role }) => role === 'owner');
}

/**
 * Erases a member with everything they hold: contacts, imports, requests with their introductions,
 * the mails about them and to them. The community goes with its last member; where only removed ones
 * are left, nobody can come into it any more.
 */
export async function eraseMember(trx: Transaction<Database>, key: MemberKey): Promise<void> {
	const { communityId, memberId } = key;
	const others = (await holdMembers(trx, communityId)).filter(({ id }) => id !== memberId);
	if (others.length === 0) {
		await trx.deleteFrom('communities').where('id', '=', communityId).execute();
		return;
	}
	const deserted = others.every(({ removedAt }) => removedAt !== null);
	if (deserted) {
		await trx.deleteFrom('invitations').where('communityId', '=', communityId).execute();
	}
	await eraseMails(trx, key);
	await letGoAsConnector(trx, key);
	await trx
		.updateTable('invitations')
		.set({ invitedBy: null })
		.where('communityId', '=', communityId)
		.where('invitedBy', '=', memberId)
		.execute();
	await askCompanionsAnew(trx, key);
	// Contacts, imports and requests hang on the member and go with it.
	await trx
		.deleteFrom('members')
		.where('communityId', '=', communityId)
		.where('id', '=', memberId)
		.execute();
}

/** As a connector: his private reasons go, his links end, and he is reminded of nothing more. */
async function letGoAsConnector(trx: Transaction<Database>, { communityId, memberId }: MemberKey) {
	const asked = trx
		.selectFrom('requests')
		.select('id')
		.where('communityId', '=', communityId)
		.where('connectorMemberId', '=', memberId);
	await trx
		.updateTable('introductions')
		.set({ refusalReason: '' })
		.where('communityId', '=', communityId)
		.where('requestId', 'in', asked)
		.execute();
	await trx
		.deleteFrom('tokens')
		.where('communityId', '=', communityId)
		// A draft may still go to them, as to anybody outside.
		.where('requestId', 'in', asked.where('sentAt', 'is not', null))
		.execute();
	await trx
		.updateTable('requests')
		.set({ connectorEmail: '', connectorMemberId: null })
		.where('communityId', '=', communityId)
		.where('connectorMemberId', '=', memberId)
		.execute();
}

async function eraseMails(trx: Transaction<Database>, { communityId, memberId }: MemberKey) {
	const requests = trx
		.selectFrom('requests')
		.select('id')
		.where('communityId', '=', communityId)
		.where('requesterId', '=', memberId);
	await trx
		.deleteFrom('mails')
		.where('communityId', '=', communityId)
		.where(({ or, eb }) => or([eb('toMemberId', '=', memberId), eb('requestId', 'in', requests)]))
		.execute();
}
