import { type Kysely, type RawBuilder, sql } from 'kysely';
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
	const rows = await members(db, sql`m.user_id = ${userId}`);
	return chosenOf(rows, chosenCommunityId);
}

/** The same of the account whose session this is; null also when it is over before that moment. */
export async function memberOfSession(
	db: Kysely<Database>,
	{ token, until }: { token: string; until: Date },
	chosenCommunityId: string | undefined
): Promise<CurrentMember | null> {
	const rows = await members(
		db,
		sql`m.user_id = (select user_id from sessions where token = ${token} and expires_at > ${until})`
	);
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
	const [row] = await members(
		db,
		sql`c.kind = 'demo' and m.id = ${memberId} and m.user_id is null`
	);
	return row ? asCurrentMember(row) : null;
}

/** The communities of an account, in the order it joined them. */
export async function communitiesOfAccount(
	db: Kysely<Database>,
	userId: string
): Promise<CurrentMember['community'][]> {
	const rows = await members(db, sql`m.user_id = ${userId} and m.removed_at is null`);
	return rows.map((row) => asCurrentMember(row).community);
}

type Row = Omit<CurrentMember, 'community'> & {
	removedAt: Date | null;
	communityName: string;
	kind: CurrentMember['community']['kind'];
};

/** Members `m` of communities `c`: as a text, because every request asks, and to build it took as long as to answer it. */
async function members(db: Kysely<Database>, where: RawBuilder<unknown>): Promise<Row[]> {
	const { rows } = await sql<Row>`select m.community_id as "communityId", m.id as "memberId",
			m.user_id as "userId", m.name, m.email, m.locale, m.role, m.headline, m.notices,
			m.removed_at as "removedAt", c.name as "communityName", c.kind,
			c.clock_ahead_ms as "clockAheadMs"
		from members m join communities c on c.id = m.community_id
		where c.kind <> 'server' and ${where}
		order by m.created_at, m.id`.execute(db);
	return rows;
}

function asCurrentMember({
	communityName,
	kind,
	removedAt: _present,
	...member
}: Row): CurrentMember {
	return { ...member, community: { id: member.communityId, name: communityName, kind } };
}
