import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

export type Erased =
	| { ok: true }
	/** They are the only owner of a community where others would be left without one. */
	| { ok: false; refusal: 'last_owner'; communityName: string };

// Mail about accounts belongs to no community.
const serverCommunity = '00000000-0000-0000-0000-000000000000';

interface Membership {
	communityId: string;
	memberId: string;
	communityName: string;
	owner: boolean;
}

/**
 * Erases an account with everything its members hold: contacts, imports, requests with their
 * introductions, the mails about them and to them. A community of which it was the last member goes
 * too. All of it or nothing.
 */
export function eraseAccount(db: Kysely<Database>, userId: string): Promise<Erased> {
	return db.transaction().execute(async (trx) => {
		const memberships = await membershipsOf(trx, userId);
		const stranded: string[] = [];
		for (const membership of memberships) {
			if (await leavesOthersWithoutOwner(trx, membership)) stranded.push(membership.communityName);
		}
		const [communityName] = stranded;
		if (communityName !== undefined) return { ok: false, refusal: 'last_owner', communityName };
		for (const membership of memberships) await eraseMember(trx, membership);
		await eraseUser(trx, userId);
		return { ok: true };
	});
}

async function membershipsOf(trx: Transaction<Database>, userId: string): Promise<Membership[]> {
	const rows = await trx
		.selectFrom('members')
		.innerJoin('communities', 'communities.id', 'members.communityId')
		.where('members.userId', '=', userId)
		.select(['members.communityId', 'members.id as memberId', 'members.role', 'communities.name'])
		.orderBy('members.communityId')
		.forUpdate()
		.execute();
	return rows.map(({ role, name, ...key }) => ({
		...key,
		communityName: name,
		owner: role === 'owner'
	}));
}

async function othersIn(trx: Transaction<Database>, { communityId, memberId }: Membership) {
	return trx
		.selectFrom('members')
		.select('role')
		.where('communityId', '=', communityId)
		.where('id', '!=', memberId)
		.forUpdate()
		.execute();
}

async function leavesOthersWithoutOwner(trx: Transaction<Database>, membership: Membership) {
	const others = await othersIn(trx, membership);
	return membership.owner && others.length > 0 && !others.some(({ role }) => role === 'owner');
}

/** As a connector: his private reasons go, his links end, and he is reminded of nothing more. */
async function letGoAsConnector(trx: Transaction<Database>, { communityId, memberId }: Membership) {
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
		.where('requestId', 'in', asked)
		.execute();
	await trx
		.updateTable('requests')
		.set({ connectorEmail: '' })
		.where('communityId', '=', communityId)
		.where('connectorMemberId', '=', memberId)
		.execute();
}

async function eraseMember(trx: Transaction<Database>, membership: Membership): Promise<void> {
	const { communityId, memberId } = membership;
	if ((await othersIn(trx, membership)).length === 0) {
		await trx.deleteFrom('communities').where('id', '=', communityId).execute();
		return;
	}
	await eraseMails(trx, membership);
	await letGoAsConnector(trx, membership);
	await trx
		.updateTable('requests')
		.set({ connectorMemberId: null })
		.where('communityId', '=', communityId)
		.where('connectorMemberId', '=', memberId)
		.execute();
	await trx
		.updateTable('invitations')
		.set({ invitedBy: null })
		.where('communityId', '=', communityId)
		.where('invitedBy', '=', memberId)
		.execute();
	// Contacts, imports and requests hang on the member and go with it.
	await trx
		.deleteFrom('members')
		.where('communityId', '=', communityId)
		.where('id', '=', memberId)
		.execute();
}

async function eraseMails(
	trx: Transaction<Database>,
	{ communityId, memberId }: Membership
): Promise<void> {
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
