import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may, type Sharing } from '#lib/access/policy.ts';
import type { ImportState } from '#lib/db/book-tables.ts';
import type { Database } from '#lib/db/schema.ts';
import { readNotes } from '#lib/importers/file-notes.ts';
import type { FileNote } from '#lib/importers/file-refusal.ts';
import { type Kinds, readKinds } from '#lib/importers/kinds.ts';
import type { Counts } from '#lib/importers/plan-batch.ts';
import { isId } from '#lib/people/book.ts';

/** What an import came to, or how far it is; kept for ever. */
export interface ImportReport extends Counts {
	id: string;
	fileName: string;
	/** See FormatName; null before it is known. */
	format: string | null;
	state: ImportState;
	/** Why it failed; see FileRefusal. */
	failure: string | null;
	bytes: number;
	bytesRead: number;
	kinds: Kinds;
	/** What is to be known of the file beside its rows. */
	notes: FileNote[];
	/** Rows in the file, where that was found out before. */
	rowsExpected: number | null;
	createdAt: Date;
	finishedAt: Date | null;
	/** What others may know of the contacts it created; null: as the book. */
	sharing: Sharing | null;
}

const columns = [
	'id',
	'fileName',
	'format',
	'state',
	'failure',
	'bytes',
	'bytesRead',
	'created',
	'updated',
	'unchanged',
	'refused',
	'kinds',
	'notes',
	'rowsExpected',
	'createdAt',
	'finishedAt',
	'sharing'
] as const;

/** One import of this member's; null when there is none, or when it is somebody else's. */
export async function readImport(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): Promise<ImportReport | null> {
	if (actor.kind !== 'member' || !isId(id)) return null;
	const row = await db
		.selectFrom('imports')
		.select([...columns, 'communityId', 'memberId'])
		.where('communityId', '=', actor.communityId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) return null;
	const { communityId, memberId, ...kept } = row;
	const report = { ...kept, kinds: readKinds(kept.kinds), notes: readNotes(kept.notes) };
	return may(actor, { to: 'read_import', communityId, memberId }) ? report : null;
}

/** All imports of this member's, latest first. */
export async function listImports(db: Kysely<Database>, actor: Actor): Promise<ImportReport[]> {
	if (actor.kind !== 'member') return [];
	const { communityId, memberId } = actor;
	if (!may(actor, { to: 'read_import', communityId, memberId })) return [];
	const rows = await db
		.selectFrom('imports')
		.select(columns)
		.where('communityId', '=', communityId)
		.where('memberId', '=', memberId)
		.orderBy('createdAt', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		...row,
		kinds: readKinds(row.kinds),
		notes: readNotes(row.notes)
	}));
}
