import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { matchChunk } from '#lib/matching/match-chunk.server.ts';
import { holdCommunity } from '#lib/matching/hold-community.server.ts';

type Trx = Transaction<Database>;

/** Whose contacts are matched: these, all of a member's, those an import told of, or else those that are due. */
export interface PersonScope {
	communityId: string;
	contactIds?: readonly string[] | undefined;
	memberId?: string | undefined;
	importId?: string | undefined;
}

export interface PersonsMatched {
	/** How many contacts had changed since they were matched last. */
	changed: number;
}

/** So many contacts are matched in one transaction. */
const chunk = 1000;

/**
 * Finds who is one person across the books of a community, of all that changed since it was done last;
 * to do it again changes nothing. Tells after every thousand contacts how many of how many it has
 * looked at.
 */
export async function matchPersons(
	db: Kysely<Database>,
	scope: PersonScope,
	now: Date,
	{ progress = () => {} }: { progress?: (done: number, all: number) => void } = {}
): Promise<PersonsMatched> {
	const ids = await idsOf(db, scope);
	let changed = 0;
	for (let done = 0; done < ids.length; done += chunk) {
		const some = ids.slice(done, done + chunk);
		changed += await db
			.transaction()
			.execute((trx) => matchWithin(trx, scope.communityId, some, now));
		progress(Math.min(ids.length, done + chunk), ids.length);
	}
	return { changed };
}

/** The same for a few contacts, as a part of a larger change. */
export async function matchWithin(
	trx: Trx,
	communityId: string,
	ids: readonly string[],
	now: Date
): Promise<number> {
	const population = await holdCommunity(trx, communityId);
	return matchChunk({ trx, communityId, population, now }, ids);
}

async function idsOf(db: Kysely<Database>, scope: PersonScope): Promise<readonly string[]> {
	const { communityId, contactIds, memberId, importId } = scope;
	if (contactIds) return withHidden(db, communityId, contactIds);
	if (memberId || importId) return ofBook(db, communityId, memberId, importId);
	const due = await db
		.selectFrom('personContacts')
		.select('contactId')
		.where('communityId', '=', communityId)
		.where('print', '=', Buffer.of())
		.orderBy('contactId')
		.execute();
	return due.map(({ contactId }) => contactId);
}

/** Contacts with those that show instead of them, and those that are hidden behind these. */
export async function withHidden(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		with recursive up (id) as (
				select unnest(${[...ids]}::uuid[])
				union
				select k.merged_into from up join contacts k on k.community_id = ${communityId}
					and k.id = up.id and k.merged_into is not null),
			down (id) as (
				select id from up
				union
				select k.id from down join contacts k on k.community_id = ${communityId}
					and k.merged_into = down.id)
		select id from down`.execute(db);
	return rows.map(({ id }) => id);
}

/** All of a book: those that show, and those that did when they were matched. */
async function ofBook(
	db: Kysely<Database>,
	communityId: string,
	memberId: string | undefined,
	importId: string | undefined
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		with whose as (select ${memberId ?? null}::uuid as id where ${memberId ?? null}::uuid is not null
			union select member_id from imports
				where community_id = ${communityId} and id = ${importId ?? null}::uuid)
		select k.id from contacts k where k.community_id = ${communityId}
			and k.owner_id in (select id from whose) and k.deleted_at is null
		union
		select p.contact_id from person_contacts p where p.community_id = ${communityId}
			and p.owner_id in (select id from whose)
		order by 1`.execute(db);
	return rows.map(({ id }) => id);
}
