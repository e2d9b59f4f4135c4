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
}

/** With what its owner decided. */
export interface PrintedFacts extends PersonFacts {
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
}

/** Those of these contacts that take part, in any book of the community, by id. */
export async function readFacts(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<Map<string, PersonFacts>> {
	if (ids.length === 0) return new Map();
	const { rows } = await sql<Row>`select ${columns}
		from contacts k where k.community_id = ${communityId} and k.deleted_at is null
			and k.id = any(${[...ids]}::uuid[])`.execute(db);
	return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

/** Reads contacts as `readFacts` does, each once. */
export type FactsReader = (ids: readonly string[]) => Promise<Map<string, PersonFacts>>;

/** A reader for one transaction, that knows some already. */
export function factsReader(
	db: Kysely<Database>,
	communityId: string,
	known: ReadonlyMap<string, PersonFacts>
): FactsReader {
	const read = new Map<string, PersonFacts | undefined>(known);
	return async (ids) => {
		const missing = ids.filter((id) => !read.has(id));
		const more = await readFacts(db, communityId, missing);
		for (const id of missing) read.set(id, more.get(id));
		const some = new Map<string, PersonFacts>();
		for (const id of ids) {
			const facts = read.get(id);
			if (facts) some.set(id, facts);
		}
		return some;
	};
}

/** The same with their prints. */
export async function readPrinted(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<Map<string, PrintedFacts>> {
	const { rows } = await sql<Row & { said: string }>`select ${columns}, ${said} as said
		from contacts k where k.community_id = ${communityId} and k.deleted_at is null
			and k.id = any(${[...ids]}::uuid[])`.execute(db);
	return new Map(
		rows.map(({ said: decided, ...row }) => {
			const facts = factsOf(row);
			return [row.id, { ...facts, print: printOf([facts.record, facts.shared, decided]) }];
		})
	);
}

const columns = sql`k.id, k.owner_id as "ownerId", k.sharing <> 'private' as shared,
	k.given_name as "givenName", k.family_name as "familyName", k.full_name as "fullName", k.company,
	k.position,
	(select string_agg(d.kind || ' ' || d.normalised, e'\n' order by d.kind, d.normalised)
		from contact_details d where d.community_id = k.community_id and d.contact_id = k.id
			and d.kind <> 'link') as details,
	(select string_agg(p.company, e'\n' order by p.company) from positions p
		where p.community_id = k.community_id and p.contact_id = k.id) as companies`;

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

function factsOf({ ownerId, shared, details, companies, ...row }: Row): PersonFacts {
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
	return { record, ownerId, shared };
}

function printOf(parts: readonly unknown[]): string {
	return createHash('sha1').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}
