import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database, MemberRow } from '#lib/db/schema.ts';

/** An adviser one may choose. */
export type AdviserChoice = Pick<MemberRow, 'id' | 'name' | 'headline'>;

/** The advisers of one's community, apart from oneself and from whom the letter is for. */
export async function advisersFor(
	db: Kysely<Database>,
	actor: Actor,
	connectorMemberId: string | null
): Promise<AdviserChoice[]> {
	if (actor.kind !== 'member') return [];
	const { communityId } = actor;
	const rows = await db
		.selectFrom('members')
		.select(['id', 'name', 'headline', 'role'])
		.where('communityId', '=', communityId)
		.where('role', '=', 'adviser')
		.where('removedAt', 'is', null)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows
		.filter(({ id, role }) => may(actor, { to: 'ask_reading', communityId, adviserId: id, role }))
		.filter(({ id }) => id !== connectorMemberId)
		.map(({ role: _role, ...choice }) => choice);
}
