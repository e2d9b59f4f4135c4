import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { takeByteHead } from '#lib/importers/byte-head.ts';
import { namesSomebody, readChosen } from '#lib/importers/chosen-columns.ts';
import { decodeText } from '#lib/importers/decode.ts';
import { filePieces } from '#lib/importers/import-file.server.ts';
import { readImport } from '#lib/importers/import-report.server.ts';
import { seeTable, type SeenTable } from '#lib/importers/mapped-contacts.ts';
import type { Mapping } from '#lib/importers/mapped-mapping.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';

/** A table whose columns its member is asked about. */
export interface TableToMap extends SeenTable {
	fileName: string;
	/** What the member said of the last table with the same columns. */
	remembered: Mapping | undefined;
}

/** The table of an import that waits for its columns; null when no import of this member's does. */
export async function seeColumns(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): Promise<TableToMap | null> {
	const report = await readImport(db, actor, id);
	if (report?.state !== 'mapping' || actor.kind !== 'member') return null;
	const { communityId, memberId } = actor;
	const { head } = await takeByteHead(filePieces(db, { communityId, importId: id }));
	const table = seeTable((await Array.fromAsync(decodeText([head]))).join(''));
	if (!table) return null;
	const last = await db
		.selectFrom('imports')
		.select('mapping')
		.where('communityId', '=', communityId)
		.where('memberId', '=', memberId)
		.where(sql`mapping ->> 'key'`, '=', table.key)
		.orderBy('createdAt', 'desc')
		.limit(1)
		.executeTakeFirst();
	return { ...table, fileName: report.fileName, remembered: readChosen(last?.mapping)?.mapping };
}

/** `nobody_named`: no column would tell who a row is about. */
export type ColumnsChosen = { ok: true } | { ok: false; refusal: 'not_found' | 'nobody_named' };

/** Keeps what the columns of a table hold, for this import and later ones, and has it read. */
export async function chooseColumns(
	db: Kysely<Database>,
	actor: Actor,
	choice: { importId: string; mapping: Mapping },
	enqueue: Enqueue
): Promise<ColumnsChosen> {
	const { importId, mapping } = choice;
	const table = await seeColumns(db, actor, importId);
	if (!table || actor.kind !== 'member') return { ok: false, refusal: 'not_found' };
	if (!namesSomebody(mapping)) return { ok: false, refusal: 'nobody_named' };
	const { communityId } = actor;
	return db.transaction().execute(async (trx): Promise<ColumnsChosen> => {
		const chosen = await trx
			.updateTable('imports')
			.set({ state: 'waiting', mapping: JSON.stringify({ key: table.key, mapping }) })
			.where('communityId', '=', communityId)
			.where('id', '=', importId)
			.where('state', '=', 'mapping')
			.returning('id')
			.executeTakeFirst();
		if (!chosen) return { ok: false, refusal: 'not_found' };
		await enqueue(trx, 'run_import', { communityId, importId });
		return { ok: true };
	});
}
