import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import { erasedIfBefore, keptUntil } from '#lib/communities/removal.ts';
import type { Database, MemberRow } from '#lib/db/schema.ts';

export type ListedMember = Pick<MemberRow, 'id' | 'name' | 'headline' | 'role'> & {
	/** Shown to those who invite; null to the others. */
	email: string | null;
};

/** The members of a community in the order of their names; nothing for those who are not among them. */
export async function listMembers(
	db: Kysely<Database>,
	actor: Actor,
	communityId: string
): Promise<ListedMember[]> {
	if (!may(actor, { to: 'read_members', communityId })) return [];
	const seesEmails = may(actor, { to: 'invite_member', communityId, role: 'member' });
	const rows = await db
		.selectFrom('members')
		.select(['id', 'name', 'email', 'headline', 'role'])
		.where('communityId', '=', communityId)
		.where('removedAt', 'is', null)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, email: seesEmails ? row.email : null }));
}

/** A member who was removed and can still be taken back. */
export type RemovedMember = Pick<MemberRow, 'id' | 'name' | 'email' | 'role'> & { until: Date };

/** Those whom this actor may take back, latest removed first. */
export async function listRemoved(
	db: Kysely<Database>,
	actor: Actor,
	communityId: string,
	now: Date
): Promise<RemovedMember[]> {
	if (!may(actor, { to: 'invite_member', communityId, role: 'member' })) return [];
	const rows = await db
		.selectFrom('members')
		.select(['id', 'name', 'email', 'role', 'removedAt'])
		.where('communityId', '=', communityId)
		.where('removedAt', '>', erasedIfBefore(now))
		.$narrowType<{ removedAt: Date }>()
		.orderBy('removedAt', 'desc')
		.execute();
	return rows
		.filter(({ id, role }) => may(actor, { to: 'remove_member', communityId, memberId: id, role }))
		.map(({ removedAt, ...row }) => ({ ...row, until: keptUntil(removedAt) }));
}

export type RoleChanged =
	{ ok: true } | { ok: false; refusal: 'not_allowed' | 'not_found' | 'last_owner' };

/** Gives a member another role; only owners do, and one owner always remains. */
export async function changeRole(
	db: Kysely<Database>,
	actor: Actor,
	wish: { communityId: string; memberId: string; role: MemberRow['role'] }
): Promise<RoleChanged> {
	const { communityId, memberId, role } = wish;
	if (!may(actor, { to: 'change_role', communityId })) return { ok: false, refusal: 'not_allowed' };
	return db.transaction().execute(async (trx) => {
		const members = await trx
			.selectFrom('members')
			.select(['id', 'role'])
			.where('communityId', '=', communityId)
			.where('removedAt', 'is', null)
			.orderBy('id')
			.forUpdate()
			.execute();
		if (!members.some(({ id }) => id === memberId)) return { ok: false, refusal: 'not_found' };
		const owners = members.filter((member) => member.role === 'owner' && member.id !== memberId);
		if (role !== 'owner' && owners.length === 0) return { ok: false, refusal: 'last_owner' };
		await trx
			.updateTable('members')
			.set({ role })
			.where('communityId', '=', communityId)
			.where('id', '=', memberId)
			.execute();
		return { ok: true };
	});
}

/** The persons one can play in the demo, in the order in which the story brings them on. */
export function demoPeople(
	db: Kysely<Database>,
	communityId: string
): Promise<{ id: string; name: string }[]> {
	return db
		.selectFrom('members')
		.select(['id', 'name'])
		.where('communityId', '=', communityId)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
}
