import type { Kysely } from 'kysely';
import { eraseMember, holdMembers } from '#lib/communities/erase-member.server.ts';
import { erasedIfBefore, keptUntil } from '#lib/communities/removal.ts';
import type { Database } from '#lib/db/schema.ts';

/** A community that an account was removed from, and where its book still is. */
export interface RemovedMembership {
	communityId: string;
	communityName: string;
	contacts: number;
	removedAt: Date;
	/** When the book is erased. */
	until: Date;
}

/** What an account was removed from, latest first. */
export async function removedMemberships(
	db: Kysely<Database>,
	userId: string
): Promise<RemovedMembership[]> {
	const rows = await db
		.selectFrom('members')
		.innerJoin('communities', 'communities.id', 'members.communityId')
		.where('members.userId', '=', userId)
		.where('members.removedAt', 'is not', null)
		.select(({ selectFrom }) => [
			'members.communityId',
			'members.removedAt',
			'communities.name as communityName',
			selectFrom('contacts')
				.whereRef('contacts.communityId', '=', 'members.communityId')
				.whereRef('contacts.ownerId', '=', 'members.id')
				.where('contacts.deletedAt', 'is', null)
				.select(({ fn }) => fn.countAll<string>().as('count'))
				.as('contacts')
		])
		.orderBy('members.removedAt', 'desc')
		.$narrowType<{ removedAt: Date }>()
		.execute();
	return rows.map((row) => ({
		...row,
		contacts: Number(row.contacts),
		until: keptUntil(row.removedAt)
	}));
}

/** Erases at once what an account left in a community it was removed from; false where it was not. */
export function eraseRemoved(
	db: Kysely<Database>,
	userId: string,
	communityId: string
): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const held = await holdMembers(trx, communityId);
		const own = held.find((member) => member.userId === userId && member.removedAt !== null);
		if (own) await eraseMember(trx, { communityId, memberId: own.id });
		return own !== undefined;
	});
}

/** Every night: erases the members who were removed thirty days ago; answers how many. */
export async function eraseLongRemoved(db: Kysely<Database>, now: Date): Promise<number> {
	const before = erasedIfBefore(now);
	const due = await db
		.selectFrom('members')
		.select(['communityId', 'id as memberId'])
		.where('removedAt', '<', before)
		.execute();
	let erased = 0;
	for (const key of due) if (await eraseIfStillDue(db, key, before)) erased += 1;
	return erased;
}

/** They may have been taken back, and removed again, meanwhile. */
function eraseIfStillDue(
	db: Kysely<Database>,
	key: { communityId: string; memberId: string },
	before: Date
): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const held = await holdMembers(trx, key.communityId);
		const removedAt = held.find(({ id }) => id === key.memberId)?.removedAt;
		const due = removedAt ? removedAt < before : false;
		if (due) await eraseMember(trx, key);
		return due;
	});
}
