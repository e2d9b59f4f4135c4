import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { EducationRecord, PositionRecord } from '#lib/importers/record.ts';
import type { SortedRows } from '#lib/importers/sorted-rows.ts';
import { ownNameIn, type OwnName } from '#lib/importers/own-name.ts';
import type { Writing } from '#lib/importers/write-batch.server.ts';
import type { Book } from '#lib/people/book.ts';
import { searchText } from '#lib/people/search-text.ts';

type Trx = Transaction<Database>;

type OwnRow = SortedRows['own'][number];

/** Keeps where the member worked and studied and by which names files call them; answers what was new. */
export async function writeOwnSide(
	trx: Trx,
	rows: readonly OwnRow[],
	writing: Writing
): Promise<Set<OwnRow>> {
	const fresh = new Set<OwnRow>();
	for (const row of rows) {
		const { record } = row;
		const isNew =
			record.kind === 'position' || record.kind === 'education'
				? await writeCareer(trx, record, row.file, writing)
				: await writeOwnName(trx, ownNameIn(record), writing);
		if (isNew) fresh.add(row);
	}
	return fresh;
}

async function writeCareer(
	trx: Trx,
	record: PositionRecord | EducationRecord,
	file: string,
	{ book, importId }: Writing
): Promise<boolean> {
	const isWork = record.kind === 'position';
	const result = await trx
		.insertInto('careers')
		.values({
			communityId: book.communityId,
			memberId: book.ownerId,
			kind: isWork ? 'work' : 'study',
			place: isWork ? record.company : record.school,
			title: (isWork ? record.title : record.degree) ?? '',
			startedOn: record.startedOn ?? '',
			endedOn: record.endedOn ?? '',
			importId,
			file,
			line: record.line
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Keeps a name of the member's; false when it was there. */
export async function writeOwnName(
	trx: Trx,
	{ kind, value }: OwnName,
	{ book, importId }: Writing
): Promise<boolean> {
	if (value === '') return false;
	const written = await sql`insert into own_names (community_id, member_id, kind, value, import_id)
		values (${book.communityId}, ${book.ownerId}, ${kind}, ${value}, ${importId})
		on conflict do nothing returning 1`.execute(trx);
	return written.rows.length > 0;
}

/** Keys of all the names and addresses by which files may call this member; see keysOf. */
export async function readOwnKeys(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book
): Promise<Set<string>> {
	const member = await db
		.selectFrom('members')
		.select(['email', 'name'])
		.where('communityId', '=', communityId)
		.where('id', '=', ownerId)
		.executeTakeFirstOrThrow();
	const names = await db
		.selectFrom('ownNames')
		.select(['kind', 'value'])
		.where('communityId', '=', communityId)
		.where('memberId', '=', ownerId)
		.execute();
	return new Set([
		`email ${member.email}`,
		`name ${searchText([member.name])}`,
		...names.map(({ kind, value }) => `${kind} ${value}`)
	]);
}
