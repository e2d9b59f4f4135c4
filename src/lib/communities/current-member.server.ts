import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

/** The member at work in this request, and the community they are in. */
export interface CurrentMember {
	communityId: string;
	memberId: string;
	/** The account; null for a person of the demo. */
	userId: string | null;
	name: string;
	email: string;
	locale: 'fr' | 'en';
	role: 'owner' | 'administrator' | 'adviser' | 'member';
	headline: string;
	notices: 'mail' | 'digest' | 'off';
	/** See communityNow. */
	clockAheadMs: number;
	community: { id: string; name: string; kind: 'personal' | 'group' | 'demo' };
}

/** The member of `locals`, where the guard has already sent strangers to the sign-in page. */
export function signedIn(locals: { member: CurrentMember | null }): CurrentMember {
	if (!locals.member) throw new Error('A screen for members was reached without a member.');
	return locals.member;
}

/**
 * Which member an account is: of the community it last chose, else of the first it joined. null when
 * of none, and when it was removed from that one: it is told so before it goes on elsewhere.
 */
export async function memberOfAccount(
	db: Kysely<Database>,
	userId: string,
	chosenCommunityId: string | undefined
): Promise<CurrentMember | null> {
	const rows = await members(db).where('members.userId', '=', userId).execute();
	return chosenOf(rows, chosenCommunityId);
}

/** The same of the account whose session this is; null also when it is over before that moment. */
export async function memberOfSession(
	db: Kysely<Database>,
	{ token, until }: { token: string; until: Date },
	chosenCommunityId: string | undefined
): Promise<CurrentMember | null> {
	const rows = await members(db)
		.innerJoin('sessions', 'sessions.userId', 'members.userId')
		.where('sessions.token', '=', token)
		.where('sessions.expiresAt', '>', until)
		.execute();
	return chosenOf(rows, chosenCommunityId);
}

function chosenOf(rows: readonly Row[], chosenCommunityId: string | undefined) {
	const row = rows.find(({ communityId }) => communityId === chosenCommunityId) ?? rows[0];
	return row && !row.removedAt ? asCurrentMember(row) : null;
}

/** A person of the demo; null when the id is of nobody there. */
export async function memberOfDemo(
	db: Kysely<Database>,
	memberId: string
): Promise<CurrentMember | null> {
	const row = await members(db)
		.where('communities.kind', '=', 'demo')
		.where('members.id', '=', memberId)
		.where('members.userId', 'is', null)
		.executeTakeFirst();
	return row ? asCurrentMember(row) : null;
}

/** The communities of an account, in the order it joined them. */
export async function communitiesOfAccount(
	db: Kysely<Database>,
	userId: string
): Promise<CurrentMember['community'][]> {
	const rows = await members(db)
		.where('members.userId', '=', userId)
		.where('members.removedAt', 'is', null)
		.execute();
	return rows.map((row) => asCurrentMember(row).community);
}

function members(db: Kysely<Database>) {
	return db
		.selectFrom('members')
		.innerJoin('communities', 'communities.id', 'members.communityId')
		.where('communities.kind', '!=', 'server')
		.select([
			'members.communityId',
			'members.id as memberId',
			'members.userId',
			'members.name',
			'members.email',
			'members.locale',
			'members.role',
			'members.headline',
			'members.notices',
			'members.removedAt',
			'communities.name as communityName',
			'communities.kind',
			'communities.clockAheadMs'
		])
		.orderBy('members.createdAt')
		.orderBy('members.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof members>['execute']>>[number];

function asCurrentMember({
	communityName,
	kind,
	removedAt: _present,
	...member
}: Row): CurrentMember {
	if (kind === 'server') throw new Error('The server itself has no members.');
	return { ...member, community: { id: member.communityId, name: communityName, kind } };
}
