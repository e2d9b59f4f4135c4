import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { eraseMember, holdMembers, isOnlyOwner } from '#lib/communities/erase-member.server.ts';
import type { Database } from '#lib/db/schema.ts';

export type Left = { ok: true } | { ok: false; refusal: 'not_a_member' | 'last_owner' };

/**
 * Leaves a community: everything the member holds there is erased at once. Refuses the only owner of
 * others ('last_owner'); the last one takes the community along.
 */
export function leaveCommunity(db: Kysely<Database>, actor: Actor): Promise<Left> {
	return db.transaction().execute(async (trx) => {
		if (actor.kind !== 'member') return { ok: false, refusal: 'not_a_member' };
		const { communityId, memberId } = actor;
		const held = await holdMembers(trx, communityId);
		const own = held.find(({ id }) => id === memberId);
		// The demo's people have no account, and stay where their story is.
		if (!own?.userId || own.removedAt) return { ok: false, refusal: 'not_a_member' };
		if (isOnlyOwner(held, memberId)) return { ok: false, refusal: 'last_owner' };
		await eraseMember(trx, { communityId, memberId });
		return { ok: true };
	});
}

/** What goes with a member who leaves, as numbers to be said before. */
export interface Belongings {
	contacts: number;
	imports: number;
	/** Requests of theirs, drafts among them. */
	requests: number;
	/** Requests of others that wait for them, or for an answer through them. */
	asked: number;
	/** Nobody else is there: the community goes too. */
	alone: boolean;
	/** Others are there, and none of them owns it. */
	onlyOwner: boolean;
}

/** Counts it; null for all but members. */
export async function belongingsOf(db: Kysely<Database>, actor: Actor): Promise<Belongings | null> {
	if (actor.kind !== 'member') return null;
	const { communityId, memberId } = actor;
	const { rows } = await sql<Counted>`
		select
			(select count(*) from contacts where community_id = ${communityId}
				and owner_id = ${memberId} and deleted_at is null)::int as contacts,
			(select count(*) from imports where community_id = ${communityId}
				and member_id = ${memberId})::int as imports,
			(select count(*) from requests where community_id = ${communityId}
				and requester_id = ${memberId})::int as requests,
			(select count(distinct r.id) from requests r
				join introductions i on i.community_id = r.community_id and i.request_id = r.id
				where r.community_id = ${communityId} and r.connector_member_id = ${memberId}
					and r.sent_at is not null and i.state in ('requested', 'asked', 'postponed'))::int as asked,
			count(*)::int as others,
			count(*) filter (where role = 'owner')::int as owners
		from members where community_id = ${communityId} and id <> ${memberId}
			and removed_at is null`.execute(db);
	const [{ others, owners, ...counted } = nothing] = rows;
	const onlyOwner = actor.role === 'owner' && others > 0 && owners === 0;
	return { ...counted, alone: others === 0, onlyOwner };
}

type Counted = Omit<Belongings, 'alone' | 'onlyOwner'> & { others: number; owners: number };
const nothing: Counted = { contacts: 0, imports: 0, requests: 0, asked: 0, others: 0, owners: 0 };
