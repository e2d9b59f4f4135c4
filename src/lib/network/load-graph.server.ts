import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { KnownBook, KnownSomebody } from '#lib/network/known-books.ts';
import type { KnownMember } from '#lib/network/load-members.server.ts';
import { spoken, tieStrength } from '#lib/network/tie-strength.ts';

/** A member's book as paths know it. */
export interface OwnedBook {
	ownerId: string;
	book: KnownBook;
}

/** So many books are read at once: of twenty thousand small ones, and of a few large ones. */
const booksAtOnce = 32;

/**
 * The books of these members, one after another; an empty one for who knows nobody. Contacts that
 * were deleted, or merged into another, are not in it.
 */
export async function* loadBooks(
	db: Kysely<Database>,
	communityId: string,
	ownerIds: readonly string[],
	members: readonly KnownMember[]
): AsyncGenerator<OwnedBook> {
	for (let from = 0; from < ownerIds.length; from += booksAtOnce) {
		const owners = ownerIds.slice(from, from + booksAtOnce);
		const known = await knownIn(db, communityId, owners);
		const whoIs = await membersIn(db, communityId, owners, members);
		const noted = await notedIn(db, communityId, owners);
		for (const ownerId of owners)
			yield {
				ownerId,
				book: bookOf(known.get(ownerId), whoIs.get(ownerId), noted.get(ownerId))
			};
	}
}

/** Of ties of which nothing is kept, because nothing is known but this. */
const stranger = tieStrength([], { today: '' }).value;
const mereConnection = tieStrength([{ kind: 'connected', on: '' }], { today: '' }).value;
/** Of a tie that somebody else noted: more than a guess, less than what one knows of oneself. */
const notedStrength = 0.5;

interface KnownRow {
	ownerId: string;
	/** 36 characters each. */
	ids: string;
	strengths: string;
	/** 1 or 0 each. */
	shared: string;
}

/** One row a book: as text that is cut, a million ids are read in seconds. */
async function knownIn(db: Kysely<Database>, communityId: string, owners: readonly string[]) {
	const { rows } = await sql<KnownRow>`
		select k.owner_id as "ownerId",
			string_agg(${somebody}::text, '') as ids,
			string_agg(coalesce(${saidStrength}, s.told, ${nothingKept})::text, ' ') as strengths,
			string_agg(case when k.sharing = 'visible' then '1' else '0' end, '') as shared
		from contacts k
		left join person_contacts p on p.community_id = k.community_id and p.contact_id = k.id
		left join strengths s on s.community_id = k.community_id and s.contact_id = k.id
		where k.community_id = ${communityId} and k.owner_id = any(${[...owners]}::uuid[])
			and k.deleted_at is null and k.merged_into is null
		group by k.owner_id`.execute(db);
	return new Map(rows.map((row) => [row.ownerId, row]));
}

const somebody = sql`coalesce(p.person_id, k.id)`;
const saidStrength = sql`case s.said ${sql.join(
	Object.entries(spoken).map(
		([word, value]): RawBuilder<unknown> => sql`when ${sql.lit(word)} then ${sql.lit(value)}::real`
	),
	sql` `
)} end`;

const nothingKept = sql`case when k.connected_on is null
	then ${sql.lit(stranger)}::real else ${sql.lit(mereConnection)}::real end`;

/** Who somebody of a book is, by an address. */
interface WhoIs {
	ownerId: string;
	id: string;
	/** To the owner, who reads every address. */
	memberId: string;
	/** To others, who are shown nothing of what a contact that is not visible says. */
	shownId: string | null;
}

/** Which of those known are members, by an address of theirs. */
async function membersIn(
	db: Kysely<Database>,
	communityId: string,
	owners: readonly string[],
	members: readonly KnownMember[]
) {
	const proved = members.filter(({ email }) => email !== null);
	const { rows } = await sql<WhoIs>`
		select k.owner_id as "ownerId", ${somebody} as id, min(m.id::text) as "memberId",
			min(m.id::text) filter (where k.sharing = 'visible') as "shownId"
		from unnest(${proved.map(({ email }) => email)}::text[],
			${proved.map(({ id }) => id)}::uuid[]) as m (email, id)
		join contact_details d on d.community_id = ${communityId} and d.kind = 'email'
			and d.normalised = m.email
		join contacts k on k.community_id = d.community_id and k.id = d.contact_id
		left join person_contacts p on p.community_id = k.community_id and p.contact_id = k.id
		where k.owner_id = any(${[...owners]}::uuid[])
			and k.deleted_at is null and k.merged_into is null
		group by k.owner_id, ${somebody}`.execute(db);
	return Map.groupBy(rows, ({ ownerId }) => ownerId);
}

/** Who knows whom, as the owners noted it of their own contacts. */
async function notedIn(db: Kysely<Database>, communityId: string, owners: readonly string[]) {
	const { rows } = await sql<{ ownerId: string; connector: string; target: string }>`
		select a.owner_id as "ownerId", coalesce(p.person_id, k.id) as connector,
			coalesce(q.person_id, l.id) as target
		from acquaintances a
		join contacts k on k.community_id = a.community_id and k.id = a.connector_id
		join contacts l on l.community_id = a.community_id and l.id = a.target_id
		left join person_contacts p on p.community_id = k.community_id and p.contact_id = k.id
		left join person_contacts q on q.community_id = l.community_id and q.contact_id = l.id
		where a.community_id = ${communityId} and a.owner_id = any(${[...owners]}::uuid[])
			and k.owner_id = a.owner_id and l.owner_id = a.owner_id
			and k.deleted_at is null and k.merged_into is null
			and l.deleted_at is null and l.merged_into is null
		order by a.connector_id, a.target_id`.execute(db);
	return Map.groupBy(rows, ({ ownerId }) => ownerId);
}

function bookOf(
	row: KnownRow | undefined,
	whoIs: readonly WhoIs[] = [],
	noted: readonly { connector: string; target: string }[] = []
): KnownBook {
	const known = row ? peopleIn(row, new Map(whoIs.map((who) => [who.id, who]))) : [];
	const places = new Map<string, number>();
	// Of two contacts who are one person, the one better known is asked.
	if (noted.length > 0)
		for (const [at, { id, strength }] of known.entries())
			if (strength > (known[places.get(id) ?? -1]?.strength ?? 0)) places.set(id, at);
	return {
		known,
		noted: noted.flatMap((tie) => {
			const [connector, target] = [places.get(tie.connector), places.get(tie.target)];
			return connector === undefined || target === undefined
				? []
				: [{ connector, target, strength: notedStrength }];
		})
	};
}

const idLength = 36;

function peopleIn(
	{ ids, strengths, shared }: KnownRow,
	whoIs: ReadonlyMap<string, WhoIs>
): KnownSomebody[] {
	return strengths.split(' ').map((strength, at) => {
		const id = ids.slice(idLength * at, idLength * (at + 1));
		const isShared = shared[at] === '1';
		const who = whoIs.get(id);
		return {
			id,
			memberId: (isShared ? who?.shownId : who?.memberId) ?? null,
			strength: Number(strength),
			shared: isShared
		};
	});
}
