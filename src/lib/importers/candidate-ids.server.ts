import { type Kysely, type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { Marked } from '#lib/importers/known-contacts.ts';
import { hasProfile } from '#lib/importers/told-person.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** Ids of contacts of this community that share a row's mark, profile or e-mail address. */
export async function idsByKey(
	trx: Trx,
	{ communityId }: Book,
	people: readonly Marked[]
): Promise<string[]> {
	const valuesOf = (kind: 'profile' | 'email') =>
		people.flatMap(({ details }) =>
			details.filter((detail) => detail.kind === kind).map((detail) => detail.normalised)
		);
	const marks = people.map((person) => Buffer.from(person.mark, 'hex'));
	const detailed = sql`select contact_id as id from contact_details where community_id = ${communityId}`;
	const found = await sql<{ id: string }>`
		select contact_id as id from import_marks
			where community_id = ${communityId} and mark = any(${marks})
		union ${detailed} and kind = 'profile' and normalised = any(${valuesOf('profile')})
		union ${detailed} and kind = 'email' and normalised = any(${valuesOf('email')})`.execute(trx);
	return found.rows.map((row) => row.id);
}

/** Ids of this member's contacts that have a row's exact name and may be its person; see samePerson. */
export async function idsByName(
	trx: Trx,
	{ communityId, ownerId }: Book,
	people: readonly Marked[]
): Promise<string[]> {
	if (people.length === 0) return [];
	const found = await sql<{ id: string }>`
		select contacts.id from contacts
		join jsonb_to_recordset(${JSON.stringify(homonyms(people))}::jsonb)
			as told (full_name text, companies text[], days date[], profiled boolean)
			on told.full_name = contacts.full_name
		where contacts.community_id = ${communityId} and contacts.owner_id = ${ownerId}
			and contacts.deleted_at is null
			and (contacts.connected_on = any(told.days) or lower(contacts.company) = any(told.companies))
			and not (told.profiled and exists (
				select from contact_details detail where detail.community_id = ${communityId}
					and detail.contact_id = contacts.id and detail.kind = 'profile'))`.execute(trx);
	return found.rows.map((row) => row.id);
}

/**
 * Names of this member's contacts that have no profile: whoever comes with one can only be among
 * these by name.
 */
export async function bareNames(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book
): Promise<Set<string>> {
	const found = await sql<{ name: string }>`
		select distinct full_name as name from contacts
		where community_id = ${communityId} and owner_id = ${ownerId} and deleted_at is null
			and not exists (select from contact_details detail
				where detail.community_id = contacts.community_id and detail.contact_id = contacts.id
					and detail.kind = 'profile')`.execute(db);
	return new Set(found.rows.map(({ name }) => name));
}

/** Names of contacts that this member has typed since, while a file is being read. */
export async function namesTypedSince(
	trx: Trx,
	{ communityId, ownerId }: Book,
	since: Date
): Promise<string[]> {
	const typed = await trx
		.selectFrom('contacts')
		.select('fullName')
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('importId', 'is', null)
		.where('updatedAt', '>=', since)
		.execute();
	return typed.map(({ fullName }) => fullName);
}

/** One entry a name: a book can hold hundreds of one name, and a file as many again. */
function homonyms(people: readonly Marked[]) {
	return [...Map.groupBy(people, (person) => person.fullName)].map(([fullName, namesakes]) => ({
		full_name: fullName,
		companies: [...new Set(namesakes.map(({ company }) => company.toLowerCase()))],
		days: [...new Set(namesakes.flatMap(({ connectedOn }) => connectedOn ?? []))],
		profiled: namesakes.every(hasProfile)
	}));
}
