import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { type BookRecord, bookRecords } from '#lib/matching/book-records.server.ts';
import { type CertainMerge, certainMerges, type Keyed } from '#lib/matching/certain-merges.ts';
import { keptApart, keyOf, type Likeness, replaceAsked } from '#lib/matching/likenesses.server.ts';
import { lockBook, mergeAll } from '#lib/matching/merge.server.ts';
import { toldPairs } from '#lib/matching/grouping.ts';
import { groupWithin } from '#lib/matching/pairs-within.ts';
import { readTrees, type Retell } from '#lib/matching/regroup.server.ts';
import { readValues } from '#lib/matching/read-values.ts';
import type { Book } from '#lib/people/book.ts';

type Apart = Awaited<ReturnType<typeof keptApart>>;

/** What matching a book came to. */
export interface BookMatched {
	merged: number;
	/** Pairs of which their owner is asked. */
	asked: number;
}

/**
 * Finds who stands twice in a book: makes one contact of those who share a certain key, and keeps the
 * likely pairs for their owner to be asked. What was decided by hand stays so. Doing it again changes
 * nothing.
 */
export async function matchBook(
	db: Kysely<Database>,
	book: Book,
	now: Date,
	retell: Retell
): Promise<BookMatched> {
	const { merged, ...before } = await db.transaction().execute(async (trx) => {
		await lockBook(trx, book);
		const apart = await keptApart(trx, book, await readTrees(trx, book));
		const records = await bookRecords(trx, book);
		const merges = certainMerges(keyed(records), apart.has);
		await mergeAll(trx, book, merges.map(certain), now, retell);
		return { merged: merges.length, records, apart };
	});
	// Weighing a large book takes its time: nobody has to wait for it.
	const { records, apart } = merged === 0 ? before : await recordsAndApart(db, book);
	const likely = likelyPairs(records, apart);
	await db.transaction().execute(async (trx) => {
		await lockBook(trx, book);
		await replaceAsked(trx, book, likely, now);
	});
	return { merged, asked: likely.length };
}

async function recordsAndApart(db: Kysely<Database>, book: Book) {
	const records = await bookRecords(db, book);
	return { records, apart: await keptApart(db, book, await readTrees(db, book)) };
}

/**
 * The same for one contact that its owner has just written or edited: only those it may be are looked
 * at, among enough others to know which names are rare.
 */
export function matchContact(
	db: Kysely<Database>,
	book: Book,
	contactId: string,
	now: Date,
	retell: Retell
): Promise<BookMatched> {
	return db.transaction().execute(async (trx) => {
		await lockBook(trx, book);
		const apart = await keptApart(trx, book, await readTrees(trx, book));
		const records = await bookRecords(trx, book, await aroundContact(trx, book, contactId));
		if (!records.some(({ id }) => id === contactId)) return { merged: 0, asked: 0 };
		const merges = certainMerges(keyed(records), apart.has).filter(
			({ keptId, mergedId }) => contactId === keptId || contactId === mergedId
		);
		await mergeAll(trx, book, merges.map(certain), now, retell);
		const gone = new Set(merges.map(({ mergedId }) => mergedId));
		const left = records.filter(({ id }) => !gone.has(id));
		const likely = likelyPairs(left, apart).filter(
			({ oneId, otherId }) => contactId === oneId || contactId === otherId
		);
		await replaceAsked(trx, book, likely, now, contactId);
		return { merged: merges.length, asked: likely.length };
	});
}

function certain(merge: CertainMerge) {
	return { ...merge, decidedBy: 'certain' as const };
}

/** Those of whom another one has a key: nobody else can be found by one. */
function keyed(records: readonly BookRecord[]): Keyed[] {
	const holders = new Map<string, number>();
	for (const key of records.flatMap(keysOf)) holders.set(key, (holders.get(key) ?? 0) + 1);
	return records.flatMap((record, place) =>
		keysOf(record).some((key) => (holders.get(key) ?? 0) > 1) ? [keyedOf(record, place)] : []
	);
}

function keysOf({ details }: BookRecord): string[] {
	return details.map(({ kind, value }) => `${kind} ${value}`);
}

function keyedOf({ details, ...record }: BookRecord, place: number): Keyed {
	const isNameless = record.fullName?.includes('@') ?? true;
	const { givenName, familyName } = readValues(record);
	const name = { given: givenName[0] ?? '', family: familyName[0] ?? '' };
	return {
		id: record.id,
		name: isNameless ? { given: '', family: '' } : name,
		details,
		place,
		isNameless
	};
}

/** Nobody answers more; the most probable come first. */
const mostAsked = 1000;

function likelyPairs(records: readonly BookRecord[], apart: Apart): Likeness[] {
	if (haveOwnProfiles(records)) return [];
	const shownPairs = apart.pairs.filter(([one, other]) => one !== other);
	const decided = new Set(shownPairs.map(([one, other]) => keyOf(one, other)));
	return toldPairs(groupWithin(records, { apart: shownPairs }))
		.filter(({ a, b }) => !decided.has(keyOf(a, b)))
		.take(mostAsked)
		.map(({ a, b, probability, reasons }) => ({ oneId: a, otherId: b, probability, reasons }))
		.toArray();
}

/** Two profiles are two people: of a book in which all have one of their own, nothing needs to be learnt. */
function haveOwnProfiles(records: readonly BookRecord[]): boolean {
	const profiles = new Set(records.map(({ profile }) => profile));
	return profiles.size === records.length && !profiles.has(undefined);
}

/** So many others show how common a name is. */
const others = 800;

async function aroundContact(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book,
	contactId: string
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		with this as (select * from contacts where community_id = ${communityId}
				and owner_id = ${ownerId} and id = ${contactId} and deleted_at is null),
			alike as (
				select k.id from contacts k, this where k.community_id = ${communityId}
					and k.owner_id = ${ownerId} and k.deleted_at is null and (
						(this.family_name <> '' and lower(k.family_name) = lower(this.family_name))
						or (this.given_name <> '' and lower(k.given_name) = lower(this.given_name)
							and left(lower(k.family_name), 1) = left(lower(this.family_name), 1))
						or lower(k.full_name) = lower(this.full_name)) limit 300),
			sharing as (
				select theirs.contact_id as id from contact_details mine
				join contact_details theirs on theirs.community_id = mine.community_id
					and theirs.kind = mine.kind and theirs.normalised = mine.normalised
				where mine.community_id = ${communityId} and mine.contact_id = ${contactId} limit 100),
			background as (select k.id from contacts k where k.community_id = ${communityId}
				and k.owner_id = ${ownerId} and k.deleted_at is null order by k.id limit ${others})
		select ${contactId}::uuid as id union select id from alike
		union select id from sharing union select id from background`.execute(db);
	return rows.map(({ id }) => id);
}
