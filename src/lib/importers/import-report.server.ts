import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { ImportState } from '#lib/db/book-tables.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Kinds, readKinds } from '#lib/importers/kinds.ts';
import type { Counts } from '#lib/importers/plan-batch.ts';
import { isId } from '#lib/people/book.ts';

/** What an import came to, or how far it is; kept for ever. */
export interface ImportReport extends Counts {
	id: string;
	fileName: string;
	state: ImportState;
	/** Why it failed; see FileRefusal. */
	failure: string | null;
	bytes: number;
	bytesRead: number;
	kinds: Kinds;
	/** Rows in the file, where that was found out before. */
	rowsExpected: number | null;
	createdAt: Date;
	finishedAt: Date | null;
}

const columns = [
	'id',
	'fileName',
	'state',
	'failure',
	'bytes',
	'bytesRead',
	'created',
	'updated',
	'unchanged',
	'refused',
	'kinds',
	'rowsExpected',
	'createdAt',
	'finishedAt'
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
	const report = { ...kept, kinds: readKinds(kept.kinds) };
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
	return rows.map((row) => ({ ...row, kinds: readKinds(row.kinds) }));
}

export interface RefusedLine {
	line: number;
	reason: string;
	excerpt: string;
}

/** The rows of an import that were refused, in the order of the file; all of them without `limit`. */
export async function refusedLines(
	db: Kysely<Database>,
	actor: Actor,
	id: string,
	limit?: number
): Promise<RefusedLine[]> {
	const report = await readImport(db, actor, id);
	if (!report || actor.kind !== 'member') return [];
	const query = db
		.selectFrom('importRefusals')
		.select(['line', 'reason', 'excerpt'])
		.where('communityId', '=', actor.communityId)
		.where('importId', '=', id)
		.orderBy('ordinal');
	return (limit === undefined ? query : query.limit(limit)).execute();
}
