import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { countThisMonth, type Peace } from '#lib/introductions/judge-peace.ts';

type Db = Kysely<Database>;

/** A member's own peace, and when requests reached them in the last 32 days. */
export interface OwnPeace extends Peace {
	reached: Date[];
	thisMonth: number;
}

/** Of the member who asks; null for all others. */
export async function readOwnPeace(db: Db, actor: Actor, now: Date): Promise<OwnPeace | null> {
	if (actor.kind !== 'member') return null;
	const { communityId, memberId } = actor;
	const peace = await readPeace(db, communityId, memberId);
	if (!peace) return null;
	const reached = (await readReached(db, communityId, now, memberId)).get(memberId) ?? [];
	return { ...peace, reached, thisMonth: countThisMonth(reached, now) };
}

/** Keeps what a member accepts as a connector, from this moment on; only members have a peace. */
export async function changePeace(db: Db, actor: Actor, peace: Peace): Promise<boolean> {
	if (actor.kind !== 'member') return false;
	const changed = await db
		.updateTable('members')
		.set({ asksMonthly: peace.asksMonthly, asksFor: [...peace.asksFor] })
		.where('communityId', '=', actor.communityId)
		.where('id', '=', actor.memberId)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** What this member of the community accepts; undefined where there is none, or no longer. */
export function readPeace(db: Db, communityId: string, memberId: string) {
	return db
		.selectFrom('members')
		.select(['asksMonthly', 'asksFor'])
		.where('communityId', '=', communityId)
		.where('id', '=', memberId)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
}

/** In milliseconds: no calendar month began longer ago. */
export const longestMonth = 32 * 86_400_000;

/**
 * When requests reached members of a community in the last 32 days, by member: each letter once,
 * however many people it names. `but`: a request that is not counted.
 */
export async function readReached(
	db: Db,
	communityId: string,
	now: Date,
	memberId?: string,
	but?: string
): Promise<Map<string, Date[]>> {
	const rows = await db
		.selectFrom('requests')
		.select(['connectorMemberId', 'sentAt'])
		.where('communityId', '=', communityId)
		.where('connectorMemberId', 'is not', null)
		.where('sentAt', '>', new Date(now.getTime() - longestMonth))
		.$if(memberId !== undefined, (query) => query.where('connectorMemberId', '=', memberId ?? null))
		.$if(but !== undefined, (query) => query.where('id', '!=', but ?? ''))
		.execute();
	const reached = new Map<string, Date[]>();
	for (const { connectorMemberId, sentAt } of rows)
		if (connectorMemberId && sentAt)
			reached.set(connectorMemberId, [...(reached.get(connectorMemberId) ?? []), sentAt]);
	return reached;
}
