import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import type { Book } from '#lib/people/book.ts';

/** A contact of a book with all by which it may be recognised; the earliest first. */
export interface BookRecord extends MatchRecord {
	details: { kind: 'email' | 'phone' | 'profile'; value: string }[];
}

interface Row {
	id: string;
	givenName: string;
	familyName: string;
	fullName: string;
	company: string;
	position: string;
	details: { kind: 'email' | 'phone' | 'profile'; value: string }[] | null;
	companies: string[] | null;
}

/** The contacts that a book shows: all of them, or those of these ids. */
export async function bookRecords(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book,
	ids?: readonly string[]
): Promise<BookRecord[]> {
	const those = ids ? sql`and k.id = any(${[...ids]}::uuid[])` : sql``;
	const { rows } = await sql<Row>`
		with book as (select * from contacts k where k.community_id = ${communityId}
			and k.owner_id = ${ownerId} and k.deleted_at is null ${those})
		select k.id, k.given_name as "givenName", k.family_name as "familyName",
			k.full_name as "fullName", k.company, k.position, d.details, p.companies
		from book k
		left join (select d.contact_id,
				jsonb_agg(jsonb_build_object('kind', d.kind, 'value', d.normalised)) as details
			from book join contact_details d on d.community_id = book.community_id
				and d.contact_id = book.id
			where d.kind <> 'link' group by d.contact_id) d on d.contact_id = k.id
		left join (select p.contact_id, array_agg(distinct p.company) as companies
			from book join positions p on p.community_id = book.community_id and p.contact_id = book.id
			group by p.contact_id) p on p.contact_id = k.id
		order by k.created_at, k.id`.execute(db);
	return rows.map(recordOf);
}

function recordOf({ company, companies, details: kept, ...row }: Row): BookRecord {
	const details = kept ?? [];
	const of = (kind: string) => details.filter((one) => one.kind === kind).map(({ value }) => value);
	return {
		...row,
		details,
		emails: of('email'),
		phones: of('phone'),
		profile: of('profile')[0],
		companies: [...new Set([company, ...(companies ?? [])])].filter(Boolean)
	};
}
