import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { ChosenPerson } from '#lib/introductions/new-request.ts';

/** The member of this demo with this address, to act in their name. */
export async function memberOf(
	db: Kysely<Database>,
	communityId: string,
	email: string
): Promise<Member> {
	const { id: memberId, role } = await db
		.selectFrom('members')
		.select(['id', 'role'])
		.where('communityId', '=', communityId)
		.where('email', '=', email)
		.executeTakeFirstOrThrow();
	return { kind: 'member', communityId, memberId, role };
}

/** A contact of this member's own, as a request names it. */
export async function contactOf(
	db: Kysely<Database>,
	{ communityId, memberId }: Member,
	profile: string
): Promise<ChosenPerson> {
	const { id: contactId } = await db
		.selectFrom('contacts')
		.innerJoin('contactDetails', (join) =>
			join
				.onRef('contactDetails.communityId', '=', 'contacts.communityId')
				.onRef('contactDetails.contactId', '=', 'contacts.id')
		)
		.select('contacts.id')
		.where('contacts.communityId', '=', communityId)
		.where('contacts.ownerId', '=', memberId)
		.where('contactDetails.kind', '=', 'profile')
		.where('contactDetails.normalised', '=', profile)
		.executeTakeFirstOrThrow();
	return { contactId, name: '', company: '', position: '', profile: '', email: '' };
}

/** Rows carry the moment of their making, which here was long ago; answers the one introduction's id. */
export async function dateBack(
	db: Kysely<Database>,
	communityId: string,
	requestId: string,
	at: Date
): Promise<string> {
	await db
		.updateTable('requests')
		.set({ createdAt: at, updatedAt: at })
		.where('communityId', '=', communityId)
		.where('id', '=', requestId)
		.execute();
	const { id } = await db
		.updateTable('introductions')
		.set({ createdAt: at })
		.where('communityId', '=', communityId)
		.where('requestId', '=', requestId)
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}
