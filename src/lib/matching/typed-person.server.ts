import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { peopleOf } from '#lib/matching/hold-community.server.ts';
import type { KnownPerson, TypedPerson } from '#lib/matching/known-person.ts';
import { knownPersons } from '#lib/matching/known-persons.server.ts';
import { likeliest } from '#lib/matching/likeliest.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { readFacts } from '#lib/matching/person-facts.server.ts';
import { personKeys } from '#lib/matching/person-keys.ts';
import { type Book, bookOf } from '#lib/people/book.ts';
import { ownerRow, sharedColumns, type SharedRow } from '#lib/people/shared-row.server.ts';
import { shownTo } from '#lib/people/shown-to.ts';

/** More than three is a list, and for that one searches. */
const mostAsked = 3;
/** So many contacts are compared with what was typed. */
const mostCompared = 24;

/**
 * Whom a member may mean by what they typed of somebody, three at most: first contacts of their own,
 * then persons whom others make visible, the likeliest first. Of others' contacts only what they show
 * is compared, and never with an e-mail address, so that no guess at one is answered. Nobody for others.
 */
export async function whoIsTyped(
	db: Kysely<Database>,
	actor: Actor,
	{ name, company, email = '', apart }: TypedPerson
): Promise<KnownPerson[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return [];
	const told = { id: '', fullName: name, companies: [company].filter(Boolean) };
	const withEmail = { ...told, emails: [email].filter(Boolean) };
	const population = await peopleOf(db, book.communityId);
	const own = likeliest(withEmail, await ownLike(db, book, withEmail), population);
	const shown = likeliest(told, await shownLike(db, actor, book, told), population);
	const persons = [
		...(await ownPersons(db, book, own)),
		...eachOnce(await knownPersons(db, actor, shown))
	];
	const refused = new Set(apart);
	return eachOnce(persons.filter((one) => !contactsOf(one).some((id) => refused.has(id)))).slice(
		0,
		mostAsked
	);
}

/** Every contact by which a person is known here. */
function contactsOf({ id, ownId, knownBy }: KnownPerson): string[] {
	return [id, ...(ownId ? [ownId] : []), ...knownBy.map((one) => one.id)];
}

/** Leaves out who stands there already by another contact. */
function eachOnce(persons: readonly KnownPerson[]): KnownPerson[] {
	const seen = new Set<string>();
	return persons.filter((person) => {
		const ids = contactsOf(person);
		const isNew = !ids.some((id) => seen.has(id));
		for (const id of ids) seen.add(id);
		return isNew;
	});
}

/** What others show of those with whom a record shares a key that is made of what they show. */
async function shownLike(
	db: Kysely<Database>,
	actor: Actor,
	{ communityId, ownerId }: Book,
	typed: MatchRecord
): Promise<MatchRecord[]> {
	const rows = await sharing<SharedRow>(db, communityId, typed, {
		columns: sharedColumns,
		where: sql`k.shared and c.sharing = 'visible' and c.owner_id <> ${ownerId}`
	});
	const records = rows.flatMap((row): MatchRecord[] => {
		const shown = shownTo(actor, row);
		if (shown.as !== 'visible') return [];
		return [{ id: row.id, fullName: shown.name, companies: [shown.company].filter(Boolean) }];
	});
	const keys = personKeys([typed, ...records]);
	const own = new Set(keys.flatMap(({ place, key }) => (place === 0 ? [key] : [])));
	const met = new Set(keys.flatMap(({ place, key }) => (own.has(key) ? [place - 1] : [])));
	return records.filter((_, place) => met.has(place));
}

/** The member's own contacts that share a key with a record, with all that is known of them. */
async function ownLike(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book,
	typed: MatchRecord
): Promise<MatchRecord[]> {
	const rows = await sharing<{ id: string }>(db, communityId, typed, {
		columns: sql`c.id`,
		where: sql`c.owner_id = ${ownerId}`
	});
	const facts = await readFacts(
		db,
		communityId,
		rows.map(({ id }) => id)
	);
	return [...facts.values()].map(({ record }) => record);
}

/** Contacts that share keys with a record, those that share most first. */
async function sharing<Row>(
	db: Kysely<Database>,
	communityId: string,
	typed: MatchRecord,
	{ columns, where }: { columns: RawBuilder<unknown>; where: RawBuilder<unknown> }
): Promise<Row[]> {
	const keys = personKeys([typed]);
	if (keys.length === 0) return [];
	const { rows } = await sql<Row>`select ${columns} from unnest(
			${keys.map(({ key }) => key)}::integer[], ${keys.map(({ weight }) => weight)}::real[])
			as typed (key, weight)
		join match_keys k on k.community_id = ${communityId} and k.shared in (true, false)
			and k.key = typed.key
		join contacts c on c.community_id = ${communityId} and c.id = k.contact_id
			and c.deleted_at is null
		join ${ownerRow} where ${where}
		group by c.community_id, c.id, o.name
		order by sum(typed.weight) desc, c.id limit ${mostCompared}`.execute(db);
	return rows;
}

async function ownPersons(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book,
	ids: readonly string[]
): Promise<KnownPerson[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom('contacts')
		.select(['id', 'fullName as name', 'company', 'position', 'id as ownId'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('id', 'in', ids)
		.where('deletedAt', 'is', null)
		.execute();
	const order = new Map(ids.map((id, at) => [id, at]));
	return rows
		.toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
		.map((row) => ({ ...row, knownBy: [] }));
}
