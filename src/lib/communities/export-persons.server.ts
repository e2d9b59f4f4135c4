import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

interface MemberKey {
	communityId: string;
	memberId: string;
}

/** Another member's contact as it may be read now; all null where it may not. */
interface Other {
	name: string | null;
	company: string | null;
	position: string | null;
	knownBy: string | null;
}

/**
 * Which of a member's contacts are known to be whom in others' books, as far as these are visible now,
 * and what the member decided of that; of what is not visible any more, only that.
 */
export async function exportPersons(db: Kysely<Database>, { communityId, memberId }: MemberKey) {
	const other = sql`theirs.full_name as name, theirs.company, theirs.position, owner.name as "knownBy"`;
	const visible = sql`theirs.community_id = ${communityId} and theirs.owner_id <> ${memberId}
		and theirs.deleted_at is null and theirs.sharing = 'visible'
		and theirs.full_name !~ '@|^[^[:alpha:]]*$'`;
	const theirOwner = sql`owner.community_id = ${communityId} and owner.id = theirs.owner_id
		and owner.removed_at is null`;
	const joined = await sql<Other & { contactId: string; joinedAt: Date }>`
		select mine.contact_id as "contactId", greatest(mine.joined_at, other.joined_at) as "joinedAt",
			${other}
		from person_contacts mine
		join person_contacts other on other.community_id = mine.community_id
			and other.person_id = mine.person_id and other.shared
		join contacts theirs on theirs.id = other.contact_id and ${visible}
		join members owner on ${theirOwner}
		where mine.community_id = ${communityId} and mine.owner_id = ${memberId}
		order by 2, 1, theirs.id`.execute(db);
	const decided = await sql<Other & { contactId: string; decision: string; decidedAt: Date }>`
		select d.contact_id as "contactId", d.decision, d.decided_at as "decidedAt", ${other}
		from person_decisions d
		left join (contacts theirs join members owner on ${theirOwner})
			on theirs.id = d.other_id and ${visible}
		where d.community_id = ${communityId} and d.member_id = ${memberId}
		order by 3, 1, d.other_id`.execute(db);
	return { joined: joined.rows, decided: decided.rows };
}
