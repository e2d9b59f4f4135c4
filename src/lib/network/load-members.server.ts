import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { PossibleConnector } from '#lib/network/graph-of-books.ts';
import { normaliseEmail } from '#lib/people/email.ts';

/** A member who was not removed, and the address by which books of others know them. */
export interface KnownMember extends PossibleConnector {
	/** As contacts have it; null where nobody has proved that it is theirs. */
	email: string | null;
}

/**
 * The members of a community, in the order of their ids. Whoever is there may be asked: that one
 * asks less often is minded where one asks. The demo's people have no account that could claim an
 * address wrongly.
 */
export async function loadMembers(
	db: Kysely<Database>,
	communityId: string
): Promise<KnownMember[]> {
	const { rows } = await sql<{ id: string; email: string; isProved: boolean }>`
		select m.id, coalesce(u.email, m.email) as email,
			u.email_verified is distinct from false as "isProved"
		from members m left join users u on u.id = m.user_id
		where m.community_id = ${communityId} and m.removed_at is null order by m.id`.execute(db);
	return rows.map(({ id, email, isProved }) => {
		const known = normaliseEmail(email);
		return { id, willing: true, email: isProved && known.ok ? known.email : null };
	});
}
