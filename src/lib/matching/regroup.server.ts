import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { emptyAgain, type Fillable, fillBlanks, filledIn } from '#lib/matching/fill-blanks.ts';
import { readFillable, writeFillable } from '#lib/matching/fillable-contacts.server.ts';
import { keepTightest } from '#lib/matching/keep-tightest.server.ts';
import { emptyRecord, type MergeRecord } from '#lib/matching/merge-record.ts';
import {
	readHomes,
	readRecords,
	writeHomes,
	writeRecords
} from '#lib/matching/merge-records.server.ts';
import { type Leaf, MergedTrees } from '#lib/matching/merged-trees.ts';
import { moveAcquaintances } from '#lib/matching/move-acquaintances.server.ts';
import { moveHome, moveToRoots } from '#lib/matching/move-rows.server.ts';
import { type OwnEdits, ownEdits } from '#lib/matching/own-edits.server.ts';
import { askAnew } from '#lib/matching/person-contacts.server.ts';
import type { Book } from '#lib/people/book.ts';
import { refreshSearchTexts } from '#lib/people/refresh-search-texts.server.ts';

type Trx = Transaction<Database>;

/** Works out anew what files tell of the ties to these contacts; see network/retell. */
export type Retell = (trx: Trx, book: Book, contactIds: readonly string[]) => Promise<void>;

/**
 * Changes which of these contacts show as which: gives all that was moved between them back to where
 * it belongs, lets `change` say who is merged into whom, and moves everything anew. So a change
 * leaves the same whatever the order of those before it.
 */
export async function regroup(
	trx: Trx,
	book: Book,
	ids: readonly string[],
	change: () => Promise<void>,
	retell: Retell
): Promise<void> {
	const before = await readTrees(trx, book);
	const leaves = before.under(ids);
	const records = await readRecords(
		trx,
		book,
		leaves.map(({ id }) => id)
	);
	const homes = await readHomes(trx, book);
	await moveHome(
		trx,
		book,
		leaves.flatMap(({ id: home, root }) =>
			Object.entries(records.get(home)?.rows ?? {}).flatMap(([table, rows]) =>
				rows.map((row) => ({ home, root, table, row }))
			)
		)
	);
	const touched = [...new Set([...ids, ...members(leaves)])];
	await empty(trx, book, { leaves, records, edits: await ownEdits(trx, book, touched) });
	await change();
	const after = await readTrees(trx, book);
	await gather(trx, book, after.under(touched));
	await keepTightest(trx, book, after.under(touched));
	await writeHomes(trx, book, await moveAcquaintances(trx, book, after, homes));
	await refreshSearchTexts(trx, book, touched);
	await askAnew(trx, book.communityId, touched);
	await retell(trx, book, touched);
}

/** Which contacts of a book are hidden behind which. */
export async function readTrees(
	trx: Kysely<Database>,
	{ communityId, ownerId }: Book
): Promise<MergedTrees> {
	const hidden = await trx
		.selectFrom('contacts')
		.select(['id', 'mergedInto'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('mergedInto', 'is not', null)
		.$narrowType<{ mergedInto: string }>()
		.execute();
	return new MergedTrees(hidden);
}

function members(leaves: readonly Leaf[]): string[] {
	return leaves.flatMap(({ id, root }) => [id, root]);
}

interface Emptying {
	leaves: readonly Leaf[];
	records: ReadonlyMap<string, MergeRecord & { mergedAt: Date }>;
	edits: OwnEdits;
}

/** Takes back what was filled in, those that are shown first. */
async function empty(trx: Trx, book: Book, { leaves, records, edits }: Emptying): Promise<void> {
	const contacts = await readFillable(trx, book, members(leaves));
	const emptied = new Map<string, Fillable>();
	for (const { id, mergedInto } of leaves.toReversed()) {
		const record = records.get(id);
		const now = emptied.get(mergedInto) ?? contacts.get(mergedInto);
		if (!record || !now) continue;
		const untouched = Object.entries(record.fields).filter(
			([field]) => !edits.since(mergedInto, field, record.mergedAt)
		);
		emptied.set(mergedInto, { ...now, ...emptyAgain(now, Object.fromEntries(untouched)) });
	}
	await writeFillable(trx, book, emptied);
}

/** Lets all that hidden contacts hold show with those they are merged into, and remembers it. */
async function gather(trx: Trx, book: Book, leaves: readonly Leaf[]): Promise<void> {
	const records = new Map(leaves.map(({ id }) => [id, emptyRecord()]));
	const edits = await ownEdits(trx, book, members(leaves));
	const contacts = await readFillable(trx, book, members(leaves));
	const filled = new Map<string, Fillable>();
	for (const { id, mergedInto } of leaves) {
		const kept = contacts.get(mergedInto);
		const merged = contacts.get(id);
		const record = records.get(id);
		if (!kept || !merged || !record) continue;
		record.fields = fillBlanks(kept, merged, edits.fields(mergedInto));
		contacts.set(mergedInto, filledIn(kept, record.fields));
		filled.set(mergedInto, filledIn(kept, record.fields));
	}
	await writeFillable(trx, book, filled);
	for (const { home, table, row } of await moveToRoots(trx, book, leaves, edits.removed())) {
		const rows = records.get(home)?.rows;
		if (rows) (rows[table] ??= []).push(row);
	}
	await writeRecords(trx, book, records);
}
