import type { Transaction } from 'kysely';
import type { MemberKey } from '#lib/communities/erase-member.server.ts';
import { leavePersons, returnToPersons } from '#lib/communities/leave-persons.server.ts';
import type { Database } from '#lib/db/schema.ts';

type Trx = Transaction<Database>;

/**
 * Takes a member out of everybody's sight: what they shared is private, the private links of their
 * requests and of those made to them open nothing, the letters they were to read over come back,
 * files being read stop. What they hold stays as it is.
 */
export async function hideMember(trx: Trx, key: MemberKey, now: Date): Promise<void> {
	const { communityId, memberId } = key;
	await trx
		.updateTable('members')
		.set({ removedAt: now })
		.where('communityId', '=', communityId)
		.where('id', '=', memberId)
		.execute();
	await withholdContacts(trx, key);
	await leavePersons(trx, key);
	await closeLinks(trx, key, now);
	await trx
		.updateTable('requests')
		.set({ connectorEmail: '' })
		.where('communityId', '=', communityId)
		.where('connectorMemberId', '=', memberId)
		.execute();
	await trx
		.updateTable('readings')
		.set({ state: 'declined', answeredAt: now })
		.where('communityId', '=', communityId)
		.where('adviserId', '=', memberId)
		.where('state', '=', 'asked')
		.execute();
	await trx
		.updateTable('imports')
		.set({ state: 'cancelled' })
		.where('communityId', '=', communityId)
		.where('memberId', '=', memberId)
		.where('state', 'in', ['waiting', 'running'])
		.execute();
}

/** Brings a hidden member back with what was theirs; a letter that came back unread stays unread. */
export async function showMember(trx: Trx, key: MemberKey, removedAt: Date): Promise<void> {
	const { communityId, memberId } = key;
	const { email } = await trx
		.updateTable('members')
		.set({ removedAt: null })
		.where('communityId', '=', communityId)
		.where('id', '=', memberId)
		.returning('email')
		.executeTakeFirstOrThrow();
	await trx
		.updateTable('contacts')
		.set((eb) => ({
			sharing: eb.fn.coalesce('sharingWithheld', 'sharing'),
			sharingWithheld: null
		}))
		.where('communityId', '=', communityId)
		.where('ownerId', '=', memberId)
		.where('sharingWithheld', 'is not', null)
		.execute();
	await returnToPersons(trx, key);
	await linksOf(trx, key)
		.set(({ selectFrom }) => ({
			// Of the two whom a link is between, the other may be removed still.
			revokedAt: selectFrom('members')
				.innerJoin('requests', 'requests.communityId', 'members.communityId')
				.select('members.removedAt')
				.where('requests.communityId', '=', communityId)
				.whereRef('requests.id', '=', 'tokens.requestId')
				.where(({ or, eb }) =>
					or([
						eb('members.id', '=', eb.ref('requests.requesterId')),
						eb('members.id', '=', eb.ref('requests.connectorMemberId'))
					])
				)
				.where('members.removedAt', 'is not', null)
		}))
		.where('revokedAt', '=', removedAt)
		.execute();
	await trx
		.updateTable('requests')
		.set({ connectorEmail: email })
		.where('communityId', '=', communityId)
		.where('connectorMemberId', '=', memberId)
		.where('connectorEmail', '=', '')
		.execute();
}

async function withholdContacts(trx: Trx, { communityId, memberId }: MemberKey): Promise<void> {
	await trx
		.updateTable('contacts')
		.set((eb) => ({ sharingWithheld: eb.ref('sharing'), sharing: 'private' }))
		.where('communityId', '=', communityId)
		.where('ownerId', '=', memberId)
		.where('sharing', '!=', 'private')
		.execute();
}

async function closeLinks(trx: Trx, key: MemberKey, now: Date): Promise<void> {
	await linksOf(trx, key).set({ revokedAt: now }).where('revokedAt', 'is', null).execute();
}

/** The links to their own requests, to the asks made for them, and to what others asked of them. */
function linksOf(trx: Trx, { communityId, memberId }: MemberKey) {
	const requests = trx.selectFrom('requests').select('id').where('communityId', '=', communityId);
	// Another's draft was never sent to them: it may still go to them as to anybody outside.
	const concerning = requests.where(({ or, and, eb }) =>
		or([
			eb('requesterId', '=', memberId),
			and([eb('connectorMemberId', '=', memberId), eb('sentAt', 'is not', null)])
		])
	);
	const asked = trx
		.selectFrom('introductions')
		.select('id')
		.where('communityId', '=', communityId)
		.where('requestId', 'in', requests.where('requesterId', '=', memberId));
	return trx
		.updateTable('tokens')
		.where('communityId', '=', communityId)
		.where(({ or, eb }) =>
			or([eb('requestId', 'in', concerning), eb('introductionId', 'in', asked)])
		);
}
