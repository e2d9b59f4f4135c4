import { hashPassword } from 'better-auth/crypto';
import type { Kysely, Transaction } from 'kysely';
import { holdMembers } from '#lib/communities/erase-member.server.ts';
import {
	type InvitationRefusal,
	type InvitedRole,
	type OpenedInvitation,
	openInvitation
} from '#lib/communities/invitations.server.ts';
import { showMember } from '#lib/communities/out-of-sight.server.ts';
import { insertAccount } from '#lib/communities/sign-up.server.ts';
import type { Database } from '#lib/db/schema.ts';

export type Accepted =
	| { ok: true; userId: string; communityId: string; email: string }
	| { ok: false; refusal: 'email_taken' | 'already_member' }
	| InvitationRefusal;

/** Accepts an invitation with a new account under the invited e-mail. */
export async function acceptAsNew(
	app: Accepting,
	token: string,
	draft: { name: string; password: string; locale: 'fr' | 'en' },
	now: Date
): Promise<Accepted> {
	const passwordHash = await hashPassword(draft.password);
	return accept(app, token, now, async (trx, invitation) => {
		const account = { ...draft, email: invitation.email };
		const proof = { emailVerified: invitation.byMail };
		const userId = await insertAccount(trx, account, passwordHash, proof);
		return userId ? { ...account, userId } : 'email_taken';
	});
}

/** Accepts an invitation with the account one is signed in with, whatever its e-mail. */
export function acceptAsAccount(
	app: Accepting,
	token: string,
	userId: string,
	now: Date
): Promise<Accepted> {
	return accept(app, token, now, async (trx) => {
		const user = await trx
			.selectFrom('users')
			.select(['name', 'email', 'locale'])
			.where('id', '=', userId)
			.executeTakeFirstOrThrow();
		return { ...user, userId, locale: user.locale ?? 'en' };
	});
}

interface Accepting {
	db: Kysely<Database>;
	config: { secret: string };
}
interface Joiner {
	userId: string;
	name: string;
	email: string;
	locale: 'fr' | 'en';
}

/** Thrown to undo what was already written when somebody cannot join after all. */
class Undone extends Error {
	readonly accepted: Accepted;
	constructor(accepted: Accepted) {
		super('The invitation was not accepted.');
		this.accepted = accepted;
	}
}

async function accept(
	{ db, config }: Accepting,
	token: string,
	now: Date,
	whoJoins: (
		trx: Transaction<Database>,
		invitation: OpenedInvitation
	) => Promise<Joiner | 'email_taken'>
): Promise<Accepted> {
	const work = db.transaction().execute(async (trx): Promise<Accepted> => {
		const invitation = await openInvitation(trx, config.secret, token, now);
		if (!invitation.ok) return invitation;
		if (!(await spend(trx, invitation, now))) return { ok: false, refusal: 'used' };
		const joiner = await whoJoins(trx, invitation);
		if (joiner === 'email_taken') throw new Undone({ ok: false, refusal: joiner });
		if (!(await join(trx, invitation, joiner))) {
			throw new Undone({ ok: false, refusal: 'already_member' });
		}
		const { userId, email } = joiner;
		return { ok: true, userId, email, communityId: invitation.communityId };
	});
	return work.catch((error: unknown) => {
		if (error instanceof Undone) return error.accepted;
		throw error;
	});
}

/** Of two who accept at once, one finds it spent. */
async function spend(trx: Kysely<Database>, invitation: OpenedInvitation, now: Date) {
	const { numUpdatedRows } = await trx
		.updateTable('invitations')
		.set({ acceptedAt: now })
		.where('communityId', '=', invitation.communityId)
		.where('id', '=', invitation.id)
		.where('acceptedAt', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

async function join(
	trx: Transaction<Database>,
	{ communityId, role }: OpenedInvitation,
	joiner: Joiner
): Promise<boolean> {
	const { userId, name, email, locale } = joiner;
	if (await comeBack(trx, communityId, userId, role)) return true;
	const joined = await trx
		.insertInto('members')
		.values({ communityId, userId, name, email, locale, role })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	await trx
		.updateTable('communities')
		.set({ kind: 'group' })
		.where('id', '=', communityId)
		.where('kind', '=', 'personal')
		.execute();
	return joined.numInsertedOrUpdatedRows === 1n;
}

/** Who was removed finds again what was theirs, with the role they are invited to now. */
async function comeBack(
	trx: Transaction<Database>,
	communityId: string,
	userId: string,
	role: InvitedRole
): Promise<boolean> {
	const held = await holdMembers(trx, communityId);
	const own = held.find((member) => member.userId === userId);
	if (!own?.removedAt) return false;
	await showMember(trx, { communityId, memberId: own.id }, own.removedAt);
	await trx
		.updateTable('members')
		.set({ role })
		.where('communityId', '=', communityId)
		.where('id', '=', own.id)
		.execute();
	return true;
}
