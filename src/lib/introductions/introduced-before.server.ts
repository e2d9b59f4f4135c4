import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { dayOf } from '#lib/i18n/dates.ts';
import { bookOf, isId } from '#lib/people/book.ts';

type Introduction = Extract<Fact, { kind: 'introduction' }>;

interface Row {
	part: Introduction['part'];
	names: string[];
	at: Date | null;
	done: boolean;
}

/** States in which the two were brought together. */
const opened = ['agreed', 'introduced', 'met', 'closed', 'thanked'];

/**
 * Introductions made before through a contact of this member's, or with them: the member's own
 * requests, and those that they answered as a connector for somebody with this profile or address.
 * Nothing of anybody else's, and nothing that was not sent.
 */
export async function introducedBefore(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string
): Promise<Introduction[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book || !isId(contactId)) return [];
	const { communityId, ownerId } = book;
	const { rows } = await sql<Row>`
		with own as (
			select id from contacts
			where community_id = ${communityId} and owner_id = ${ownerId} and id = ${contactId}
		)
		select 'connector' as part, array_agg(i.target_name order by i.ordinal) as names,
			r.sent_at as at, bool_or(i.state = any(${opened})) as done
		from requests r
		join introductions i on i.community_id = r.community_id and i.request_id = r.id
		where r.community_id = ${communityId} and r.requester_id = ${ownerId} and r.sent_at is not null
			and i.state <> 'draft' and r.connector_contact_id in (select id from own)
		group by r.id, r.sent_at
		union all
		select 'target', array[r.connector_name], i.since, i.state = any(${opened})
		from requests r
		join introductions i on i.community_id = r.community_id and i.request_id = r.id
		where r.community_id = ${communityId} and r.requester_id = ${ownerId} and r.sent_at is not null
			and i.state <> 'draft' and i.target_contact_id in (select id from own)
		union all
		select 'introduced', array[m.name], i.since, i.state = any(${opened})
		from requests r
		join introductions i on i.community_id = r.community_id and i.request_id = r.id
		join members m on m.community_id = r.community_id and m.id = r.requester_id and m.removed_at is null
		where r.community_id = ${communityId} and r.connector_member_id = ${ownerId}
			and r.sent_at is not null and i.ask_letter <> '' and i.state <> all('{draft,requested}')
			and exists (
				select from contact_details d join own on own.id = d.contact_id
				where d.community_id = ${communityId} and ((d.kind = 'profile' and d.normalised = i.target_profile)
					or (d.kind = 'email' and d.normalised = i.ask_email)))
		order by at`.execute(db);
	return rows.map(({ part, names, at, done }) => ({
		kind: 'introduction',
		part,
		names,
		done,
		...(at && { on: dayOf(at) })
	}));
}
