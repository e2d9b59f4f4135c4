import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import type { TypedRequest } from '#lib/introductions/typed-request.ts';
import { isId } from '#lib/people/book.ts';

/**
 * Another member as the one whom a request is for: as the actor's own contact who has their address,
 * else by name alone. Null for oneself and for nobody's member.
 */
export async function askedMember(
	db: Kysely<Database>,
	actor: Actor,
	memberId: string
): Promise<TypedRequest['connector'] | null> {
	if (actor.kind !== 'member' || !isId(memberId) || memberId === actor.memberId) return null;
	const { communityId } = actor;
	if (!may(actor, { to: 'read_members', communityId })) return null;
	const asked = await db
		.selectFrom('members')
		.select(['id', 'name', 'email'])
		.where('communityId', '=', communityId)
		.where('id', '=', memberId)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	if (!asked) return null;
	const own = await db
		.selectFrom('contacts')
		.innerJoin('contactDetails as detail', (join) =>
			join
				.onRef('detail.communityId', '=', 'contacts.communityId')
				.onRef('detail.contactId', '=', 'contacts.id')
		)
		.select(['contacts.id', 'contacts.fullName'])
		.where('contacts.communityId', '=', communityId)
		.where('contacts.ownerId', '=', actor.memberId)
		.where('contacts.deletedAt', 'is', null)
		.where('detail.kind', '=', 'email')
		.where('detail.normalised', '=', asked.email)
		.orderBy('contacts.id')
		.executeTakeFirst();
	return own
		? { name: own.fullName, contactId: own.id, memberId: '', email: asked.email }
		: { name: asked.name, contactId: '', memberId: asked.id, email: '' };
}
