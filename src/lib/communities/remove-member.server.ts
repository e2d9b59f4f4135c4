import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import { type HeldMember, holdMembers } from '#lib/communities/erase-member.server.ts';
import { hideMember, showMember } from '#lib/communities/out-of-sight.server.ts';
import { keptUntil } from '#lib/communities/removal.ts';
import type { Database } from '#lib/db/schema.ts';

/** The one it happened to, as the mail that tells them needs it. */
export interface Told {
	email: string;
	name: string;
	locale: 'fr' | 'en';
	communityName: string;
	/** When their book is erased. */
	until: Date;
}

export type Removal =
	{ ok: true; told: Told } | { ok: false; refusal: 'not_allowed' | 'not_found' | 'demo' };

/**
 * Removes a member: from now on they are out of everybody's sight, and open nothing of the community.
 * Their book stays theirs for thirty days. Owners remove anybody, administrators those who do not
 * administer; nobody removes themself.
 */
export function removeMember(
	db: Kysely<Database>,
	actor: Actor,
	key: { communityId: string; memberId: string },
	now: Date
): Promise<Removal> {
	return onMember(db, actor, key, async (trx, member) => {
		if (member.removedAt) return { ok: false, refusal: 'not_found' };
		await hideMember(trx, key, now);
		return { ok: true, told: await toldOf(trx, key, now) };
	});
}

/** Takes a removed member back, with what was theirs; until their book is erased. */
export function takeBackMember(
	db: Kysely<Database>,
	actor: Actor,
	key: { communityId: string; memberId: string },
	now: Date
): Promise<Removal> {
	return onMember(db, actor, key, async (trx, { removedAt }) => {
		if (!removedAt || keptUntil(removedAt) <= now) return { ok: false, refusal: 'not_found' };
		const told = await toldOf(trx, key, removedAt);
		await showMember(trx, key, removedAt);
		return { ok: true, told };
	});
}

/** Judged while everybody is held: of two owners who remove one another at once, one remains. */
function onMember(
	db: Kysely<Database>,
	actor: Actor,
	{ communityId, memberId }: { communityId: string; memberId: string },
	change: (trx: Transaction<Database>, member: HeldMember) => Promise<Removal>
): Promise<Removal> {
	return db.transaction().execute(async (trx) => {
		const held = await holdMembers(trx, communityId);
		const self = actor.kind === 'member' && held.find(({ id }) => id === actor.memberId);
		if (!self || self.removedAt) return { ok: false, refusal: 'not_allowed' };
		const member = held.find(({ id }) => id === memberId);
		const asOfNow = { ...actor, role: self.role };
		const governs = may(asOfNow, { to: 'invite_member', communityId, role: 'member' });
		if (!member) return { ok: false, refusal: governs ? 'not_found' : 'not_allowed' };
		const { role } = member;
		if (!may(asOfNow, { to: 'remove_member', communityId, memberId, role }))
			return { ok: false, refusal: 'not_allowed' };
		// The demo's people have no account to come back with.
		if (member.userId === null) return { ok: false, refusal: 'demo' };
		return change(trx, member);
	});
}

async function toldOf(
	trx: Transaction<Database>,
	{ communityId, memberId }: { communityId: string; memberId: string },
	removedAt: Date
): Promise<Told> {
	const row = await trx
		.selectFrom('members')
		.innerJoin('communities', 'communities.id', 'members.communityId')
		.select([
			'members.email',
			'members.name',
			'members.locale',
			'communities.name as communityName'
		])
		.where('members.communityId', '=', communityId)
		.where('members.id', '=', memberId)
		.executeTakeFirstOrThrow();
	return { ...row, until: keptUntil(removedAt) };
}
