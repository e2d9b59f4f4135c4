import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { Outcomes } from '#lib/network/tie-strength.ts';
import type { Book } from '#lib/people/book.ts';

/** A connector who has not reacted for this long keeps silent. */
const patience = '30 days';
const opened = ['agreed', 'introduced', 'met', 'closed', 'thanked'];
const answered = [...opened, 'declined', 'postponed', 'redirected'];

/**
 * What came of introductions with these contacts, by contact id, of a member's whole book or of some:
 * whether those they asked as a requester reacted, whether those they wrote to as a connector
 * answered, and who agreed to hear from them. A "no" is an answer; what is still open is nothing.
 */
export async function outcomesOf(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book,
	ids: readonly string[] | 'all',
	now: Date
): Promise<Map<string, Outcomes>> {
	if (ids.length === 0) return new Map();
	const wanted = ids === 'all' ? sql`` : sql`where contact_id = any(${ids}::uuid[])`;
	const { rows } = await sql<Outcomes & { contactId: string }>`
		with outcome (contact_id, answered, silent) as (
			select r.connector_contact_id, bool_or(i.state <> all('{draft,requested,withdrawn}')),
				bool_and(i.state = 'requested') and r.sent_at + ${patience}::interval < ${now}
			from requests r
			join introductions i on i.community_id = r.community_id and i.request_id = r.id
			where r.community_id = ${communityId} and r.requester_id = ${ownerId}
				and r.sent_at is not null and r.connector_contact_id is not null
			group by r.id, r.connector_contact_id, r.sent_at
			union all
			select i.target_contact_id, i.state = any(${opened}), false
			from requests r
			join introductions i on i.community_id = r.community_id and i.request_id = r.id
			where r.community_id = ${communityId} and r.requester_id = ${ownerId}
				and r.sent_at is not null and i.target_contact_id is not null
			union all
			select c.id, i.state = any(${answered}), i.state = 'unanswered'
			from requests r
			join introductions i on i.community_id = r.community_id and i.request_id = r.id
			join contact_details d on d.community_id = r.community_id
				and ((d.kind = 'profile' and d.normalised = i.target_profile)
					or (d.kind = 'email' and d.normalised = i.ask_email))
			join contacts c on c.community_id = r.community_id and c.id = d.contact_id
			where r.community_id = ${communityId} and r.connector_member_id = ${ownerId}
				and c.owner_id = ${ownerId} and r.sent_at is not null and i.ask_letter <> ''
			group by c.id, i.id, i.state
		)
		select contact_id as "contactId", count(*) filter (where answered)::int as answered,
			count(*) filter (where silent and not answered)::int as silent
		from outcome ${wanted} group by contact_id`.execute(db);
	const some = rows.filter((row) => row.answered + row.silent > 0);
	return new Map(some.map(({ contactId, ...outcomes }) => [contactId, outcomes]));
}
