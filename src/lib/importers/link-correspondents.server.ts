import { type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { Book } from '#lib/people/book.ts';

/**
 * Finds the contact of everybody the owner exchanged anything with: by profile or address (of several
 * contacts that share it the one of that name, then the oldest), or by a name that no two contacts have.
 */
export async function linkCorrespondents(
	trx: Transaction<Database>,
	{ communityId, ownerId }: Book
): Promise<void> {
	await sql`update correspondents set contact_id = found.contact_id
		from (
			select distinct on (c.id) c.id, k.id as contact_id
			from correspondents c
			join contact_details d on d.community_id = c.community_id
				and (d.kind, d.normalised) in (('email', c.email), ('profile', c.profile))
			join contacts k on k.community_id = d.community_id and k.id = d.contact_id
			where c.community_id = ${communityId} and c.owner_id = ${ownerId} and c.contact_id is null
				and k.owner_id = ${ownerId} and k.deleted_at is null
			order by c.id, lower(k.full_name) = lower(c.full_name) desc, k.created_at, k.id
		) found
		where correspondents.community_id = ${communityId} and correspondents.id = found.id`.execute(trx);
	await sql`update correspondents set contact_id = found.contact_id
		from (
			select c.id, min(k.id::text)::uuid as contact_id
			from correspondents c
			join contacts k on k.community_id = c.community_id and lower(k.full_name) = lower(c.full_name)
			where c.community_id = ${communityId} and c.owner_id = ${ownerId} and c.contact_id is null
				and c.email = '' and c.profile = '' and k.owner_id = ${ownerId} and k.deleted_at is null
			group by c.id having count(*) = 1
		) found
		where correspondents.community_id = ${communityId} and correspondents.id = found.id`.execute(trx);
}
