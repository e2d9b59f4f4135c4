import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { PrintedFacts } from '#lib/matching/person-facts.server.ts';

type Trx = Transaction<Database>;

/** A contact as it was matched last. */
export interface Matched {
	ownerId: string;
	shared: boolean;
	personId: string | null;
	/** Empty where it is to be matched anew. */
	print: string;
}

/** What is known of these contacts, as far as they were matched. */
export async function readMatched(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<Map<string, Matched>> {
	if (ids.length === 0) return new Map();
	const { rows } = await sql<Matched & { id: string }>`
		select contact_id as id, owner_id as "ownerId", shared, person_id as "personId", encode(print, 'hex') as print
		from person_contacts where community_id = ${communityId}
			and contact_id = any(${[...ids]}::uuid[])`.execute(db);
	return new Map(rows.map(({ id, ...matched }) => [id, matched]));
}

/** The shared contacts of these persons, by person. */
export async function membersOf(
	db: Kysely<Database>,
	communityId: string,
	personIds: readonly string[]
): Promise<Map<string, string[]>> {
	if (personIds.length === 0) return new Map();
	const { rows } = await sql<{ id: string; personId: string }>`
		select contact_id as id, person_id as "personId" from person_contacts
		where community_id = ${communityId} and shared
			and person_id = any(${[...personIds]}::uuid[])`.execute(db);
	const members = new Map<string, string[]>();
	for (const { id, personId } of rows) {
		const some = members.get(personId);
		if (some) some.push(id);
		else members.set(personId, [id]);
	}
	return members;
}

/** Keeps contacts as they are matched now; they stay with their person until they are grouped. */
export async function keepMatched(
	trx: Trx,
	communityId: string,
	facts: readonly PrintedFacts[],
	now: Date
): Promise<void> {
	await sql`insert into person_contacts (community_id, contact_id, owner_id, shared, print, joined_at)
		select ${communityId}, f.id, f.owner, f.shared, decode(f.print, 'hex'), ${now}
		from unnest(${facts.map(({ record }) => record.id)}::uuid[],
			${facts.map(({ ownerId }) => ownerId)}::uuid[],
			${facts.map(({ shared }) => shared)}::boolean[],
			${facts.map(({ print }) => print)}::text[]) as f (id, owner, shared, print)
		on conflict (community_id, contact_id) do update set print = excluded.print,
			shared = excluded.shared,
			person_id = case when person_contacts.shared = excluded.shared
				then person_contacts.person_id end`.execute(trx);
}

/** Has contacts matched anew within the minute: what was decided or merged changes who they may be. */
export async function askAnew(trx: Trx, communityId: string, ids: readonly string[]) {
	const those = sql`any(${[...ids]}::uuid[])`;
	await sql`update person_contacts set print = '' where community_id = ${communityId}
		and contact_id = ${those} and print <> ''`.execute(trx);
	await sql`insert into person_contacts (community_id, contact_id, owner_id, shared, joined_at)
		select k.community_id, k.id, k.owner_id, k.sharing <> 'private', k.updated_at from contacts k
		where k.community_id = ${communityId} and k.id = ${those} and k.deleted_at is null
		on conflict do nothing`.execute(trx);
}

/** Lets contacts go that are there no more, or shown no more. */
export async function dropMatched(trx: Trx, communityId: string, ids: readonly string[]) {
	if (ids.length === 0) return;
	await sql`delete from person_contacts where community_id = ${communityId}
		and contact_id = any(${[...ids]}::uuid[])`.execute(trx);
}

/** Writes to which person contacts belong; those that stay as they are are left alone. */
export async function writePersons(
	trx: Trx,
	communityId: string,
	persons: ReadonlyMap<string, string | null>,
	now: Date
): Promise<void> {
	if (persons.size === 0) return;
	await sql`update person_contacts k set person_id = p.person, joined_at = ${now}
		from unnest(${[...persons.keys()]}::uuid[], ${[...persons.values()]}::uuid[])
			as p (contact, person)
		where k.community_id = ${communityId} and k.contact_id = p.contact
			and k.person_id is distinct from p.person`.execute(trx);
}
