import type { JoinBuilder, Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import { lifetimeSeconds } from '#lib/communities/account-mail.ts';
import {
	type InvitationToken,
	newInvitationToken,
	readInvitationToken
} from '#lib/communities/invitation-token.server.ts';
import type { Database } from '#lib/db/schema.ts';

export type InvitedRole = 'administrator' | 'adviser' | 'member';

export type Invited =
	| { ok: true; invitationId: string; token: string; expiresAt: Date }
	| { ok: false; refusal: 'not_allowed' | 'demo' | 'already_member' };

/**
 * Invites an e-mail (normalised) into a community; an invitation pending for it is replaced. The
 * token is in the answer and nowhere else.
 */
export async function invite(
	db: Kysely<Database>,
	actor: Actor,
	wish: { communityId: string; email: string; role: InvitedRole },
	now: Date
): Promise<Invited> {
	const { communityId, email, role } = wish;
	if (!mayInvite(actor, communityId, role)) return { ok: false, refusal: 'not_allowed' };
	const { token, hash } = newInvitationToken(communityId);
	const expiresAt = new Date(now.getTime() + lifetimeSeconds.invitation * 1000);
	const invitedBy = actor.kind === 'member' ? actor.memberId : null;
	return db.transaction().execute(async (trx) => {
		const refusal = await hindrance(trx, communityId, email);
		if (refusal) return { ok: false, refusal };
		await pending(trx, communityId).where('email', '=', email).execute();
		const { id: invitationId } = await trx
			.insertInto('invitations')
			.values({ communityId, email, role, invitedBy, hash, expiresAt })
			.returning('id')
			.executeTakeFirstOrThrow();
		return { ok: true, invitationId, token, expiresAt };
	});
}

// Whoever runs the command line runs the server.
function mayInvite(actor: Actor, communityId: string, role: InvitedRole): boolean {
	if (actor.kind === 'system') return true;
	return may(actor, { to: 'invite_member', communityId, role });
}

async function hindrance(
	trx: Kysely<Database>,
	communityId: string,
	email: string
): Promise<'demo' | 'not_allowed' | 'already_member' | null> {
	const community = await trx
		.selectFrom('communities')
		.select('kind')
		.where('id', '=', communityId)
		.forUpdate()
		.executeTakeFirst();
	if (community?.kind === 'demo') return 'demo';
	if (!community || community.kind === 'server') return 'not_allowed';
	const member = await trx
		.selectFrom('members')
		.select('id')
		.where('communityId', '=', communityId)
		.where('email', '=', email)
		// Who was removed may be invited back.
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	return member ? 'already_member' : null;
}

function pending(trx: Kysely<Database>, communityId: string) {
	return trx
		.deleteFrom('invitations')
		.where('communityId', '=', communityId)
		.where('acceptedAt', 'is', null);
}

/** Takes a pending invitation back; answers whether there was one that this actor may take back. */
export async function revokeInvitation(
	db: Kysely<Database>,
	actor: Actor,
	key: { communityId: string; invitationId: string }
): Promise<boolean> {
	const { communityId, invitationId } = key;
	if (!may(actor, { to: 'invite_member', communityId, role: 'member' })) return false;
	const gone = await pending(db, communityId).where('id', '=', invitationId).executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

/** The invitations of a community that wait, oldest first. */
export async function pendingInvitations(db: Kysely<Database>, communityId: string, now: Date) {
	return db
		.selectFrom('invitations')
		.leftJoin('members', invitedByPresent)
		.select(['invitations.id', 'invitations.email', 'invitations.role'])
		.select(['invitations.createdAt', 'invitations.expiresAt', 'invitations.invitedBy'])
		.select('members.name as inviterName')
		.where('invitations.communityId', '=', communityId)
		.where('acceptedAt', 'is', null)
		.where('expiresAt', '>', now)
		.orderBy('invitations.createdAt')
		.execute();
}

/** An invitation as its holder may read it. */
export interface OpenedInvitation extends InvitationToken {
	ok: true;
	id: string;
	email: string;
	role: InvitedRole;
	communityName: string;
	description: string;
	inviterName: string;
	hasAccount: boolean;
}

export type InvitationRefusal = { ok: false; refusal: 'unknown' | 'expired' | 'used' };

/** What the holder of a token is invited to; changes nothing. */
export async function openInvitation(
	db: Kysely<Database>,
	secret: string,
	text: string,
	now: Date
): Promise<OpenedInvitation | InvitationRefusal> {
	const token = readInvitationToken(secret, text);
	const row = token && (await findInvitation(db, token));
	if (!row) return { ok: false, refusal: 'unknown' };
	if (row.acceptedAt) return { ok: false, refusal: 'used' };
	if (row.expiresAt <= now) return { ok: false, refusal: 'expired' };
	const { id, email, role, communityName, description } = row;
	const inviterName = row.inviterName ?? '';
	const hasAccount = row.accountId !== null;
	const said = { communityName, description, inviterName };
	return { ok: true, ...token, id, email, role, ...said, hasAccount };
}

type Inviting = JoinBuilder<Database, 'invitations' | 'members'>;

/** Whoever invited, as long as they are there. */
function invitedByPresent(join: Inviting) {
	return join
		.onRef('members.communityId', '=', 'invitations.communityId')
		.onRef('members.id', '=', 'invitations.invitedBy')
		.on('members.removedAt', 'is', null);
}

function findInvitation(db: Kysely<Database>, { communityId, hash }: InvitationToken) {
	return db
		.selectFrom('invitations')
		.innerJoin('communities', 'communities.id', 'invitations.communityId')
		.leftJoin('members', invitedByPresent)
		.leftJoin('users', 'users.email', 'invitations.email')
		.where('invitations.communityId', '=', communityId)
		.where('invitations.hash', '=', hash)
		.select([
			'invitations.id',
			'invitations.email',
			'invitations.role',
			'invitations.acceptedAt',
			'invitations.expiresAt',
			'communities.name as communityName',
			'communities.description',
			'members.name as inviterName',
			'users.id as accountId'
		])
		.executeTakeFirst();
}
