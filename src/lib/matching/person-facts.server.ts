import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';

/** A contact as it is matched with those of other books. */
export interface PersonFacts {
	record: MatchRecord;
	ownerId: string;
	/** Blind or visible; a private one is used for its owner alone. */
	shared: boolean;
	/** The same as long as nothing is different that matching depends on. */
	print: string;
}

interface Row {
	id: string;
	ownerId: string;
	shared: boolean;
	givenName: string;
	familyName: string;
	fullName: string;
	company: string;
	position: string;
	/** Lines of kind and value. */
	details: string | null;
	companies: string | null;
	said: string | null;
}

/** Those of these contacts that take part, in any book of the community, by id. */
export async function readFacts(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<Map<string, PersonFacts>> {
	if (ids.length === 0) return new Map();
	const { rows } = await sql<Row>`
		select k.id, k.owner_id as "ownerId", k.sharing <> 'private' as shared,
			k.given_name as "givenName", k.family_name as "familyName", k.full_name as "fullName",
			k.company, k.position,
			(select string_agg(d.kind || ' ' || d.normalised, e'\n' order by d.kind, d.normalised)
				from contact_details d where d.community_id = k.community_id and d.contact_id = k.id
					and d.kind <> 'link') as details,
			(select string_agg(p.company, e'\n' order by p.company) from positions p
				where p.community_id = k.community_id and p.contact_id = k.id) as companies,
			${said} as said
		from contacts k where k.community_id = ${communityId} and k.deleted_at is null
			and k.id = any(${[...ids]}::uuid[])`.execute(db);
	return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

// What was decided of a contact, and what is hidden behind it, on which its owner may have decided too.
const said = sql`concat_ws(' ',
	(select string_agg(d.other_id || d.decision, ' ' order by d.other_id) from person_decisions d
		where d.community_id = k.community_id and d.contact_id = k.id),
	(select string_agg(l.other_id::text, ' ' order by l.other_id) from likenesses l
		where l.community_id = k.community_id and l.one_id = k.id and l.state = 'apart'),
	(select string_agg(l.one_id::text, ' ' order by l.one_id) from likenesses l
		where l.community_id = k.community_id and l.other_id = k.id and l.state = 'apart'),
	(select string_agg(h.id::text, ' ' order by h.id) from contacts h
		where h.community_id = k.community_id and h.merged_into = k.id))`;

function factsOf({ ownerId, shared, details, companies, said: decided, ...row }: Row): PersonFacts {
	const { company, ...plain } = row;
	const lines = details === null ? [] : details.split('\n');
	const of = (kind: string) =>
		lines.flatMap((line) => (line.startsWith(kind) ? [line.slice(kind.length)] : []));
	const record: MatchRecord = {
		...plain,
		emails: of('email '),
		phones: of('phone '),
		profile: of('profile ')[0],
		companies: [...new Set([company, ...(companies?.split('\n') ?? [])])].filter(Boolean)
	};
	return { record, ownerId, shared, print: printOf([record, shared, decided]) };
}

function printOf(parts: readonly unknown[]): string {
	return createHash('sha1').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}
