import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { openImport } from '#lib/importers/formats.ts';
import { baseName, filePieces, type KeepRefusal } from '#lib/importers/import-file.server.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import { bookOf, isId } from '#lib/people/book.ts';

/** The largest file that is taken in piece by piece: ten gigabytes. */
export const mostUploadBytes = 10 * 1024 ** 3;
/** The largest piece, in bytes. */
export const mostPieceBytes = 8 * 1024 ** 2;

export type UploadBegun =
	| { ok: true; importId: string; /** Pieces that are here already. */ pieces: number }
	| { ok: false; refusal: 'too_large' | 'empty_file' | 'not_allowed' };

/**
 * Begins to take a member's file in, or goes on with the one of that name and size whose upload was
 * cut off.
 */
export async function beginUpload(
	db: Kysely<Database>,
	actor: Actor,
	file: { name: string; bytes: number },
	now: Date
): Promise<UploadBegun> {
	const book = bookOf(actor, 'change_contact');
	if (!book) return { ok: false, refusal: 'not_allowed' };
	if (file.bytes === 0) return { ok: false, refusal: 'empty_file' };
	if (file.bytes > mostUploadBytes) return { ok: false, refusal: 'too_large' };
	const { communityId, ownerId: memberId } = book;
	const fileName = baseName(file.name);
	const begun = await db
		.selectFrom('imports')
		.select('id')
		.where('communityId', '=', communityId)
		.where('memberId', '=', memberId)
		.where('state', '=', 'uploading')
		.where('fileName', '=', fileName)
		.where('bytes', '=', file.bytes)
		.executeTakeFirst();
	if (begun)
		return { ok: true, importId: begun.id, pieces: await countPieces(db, communityId, begun.id) };
	const { id } = await db
		.insertInto('imports')
		.values({
			communityId,
			memberId,
			fileName,
			state: 'uploading',
			bytes: file.bytes,
			createdAt: now
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return { ok: true, importId: id, pieces: 0 };
}

export type PieceKept =
	{ ok: true; pieces: number } | { ok: false; refusal: 'not_found' | 'out_of_order' | 'too_large' };

/** Takes the next piece of a file in. One that is here already is not kept twice. */
export async function keepPiece(
	db: Kysely<Database>,
	actor: Actor,
	piece: { importId: string; ordinal: number; content: Uint8Array }
): Promise<PieceKept> {
	const { importId, ordinal, content } = piece;
	if (content.length > mostPieceBytes) return { ok: false, refusal: 'too_large' };
	const upload = await uploadOf(db, actor, importId);
	if (!upload) return { ok: false, refusal: 'not_found' };
	const { communityId } = upload;
	return db.transaction().execute(async (trx): Promise<PieceKept> => {
		const { bytes, bytesRead } = await trx
			.selectFrom('imports')
			.select(['bytes', 'bytesRead'])
			.where('communityId', '=', communityId)
			.where('id', '=', importId)
			.forUpdate()
			.executeTakeFirstOrThrow();
		const pieces = await countPieces(trx, communityId, importId);
		if (ordinal < pieces) return { ok: true, pieces };
		if (ordinal > pieces) return { ok: false, refusal: 'out_of_order' };
		const arrived = bytesRead + content.length;
		if (arrived > bytes) return { ok: false, refusal: 'too_large' };
		await trx
			.insertInto('importPieces')
			.values({ communityId, importId, ordinal, content: Buffer.from(content) })
			.execute();
		await trx
			.updateTable('imports')
			.set({ bytesRead: arrived })
			.where('communityId', '=', communityId)
			.where('id', '=', importId)
			.execute();
		return { ok: true, pieces: pieces + 1 };
	});
}

export type UploadEnded =
	| { ok: true; state: 'mapping' | 'waiting' }
	| { ok: false; refusal: KeepRefusal | 'not_found' | 'incomplete' };

/** Recognises a file that has come whole, and has it read; one that no format knows is thrown away. */
export async function endUpload(
	db: Kysely<Database>,
	actor: Actor,
	importId: string,
	enqueue: Enqueue,
	now: Date
): Promise<UploadEnded> {
	const upload = await uploadOf(db, actor, importId);
	if (!upload) return { ok: false, refusal: 'not_found' };
	if (upload.bytesRead !== upload.bytes) return { ok: false, refusal: 'incomplete' };
	const key = { communityId: upload.communityId, importId };
	const opened = await openImport(filePieces(db, key), upload.fileName);
	const refusal = opened.ok ? undefined : opened.refusal;
	if (opened.ok) await opened.rows.return(undefined);
	const state = !opened.ok ? 'failed' : opened.format === 'csv-contacts' ? 'mapping' : 'waiting';
	await db.transaction().execute(async (trx) => {
		await trx
			.updateTable('imports')
			.set({
				state,
				format: opened.ok ? opened.format : null,
				failure: refusal ?? null,
				bytesRead: 0,
				finishedAt: opened.ok ? null : now
			})
			.where('communityId', '=', key.communityId)
			.where('id', '=', importId)
			.where('state', '=', 'uploading')
			.execute();
		if (state === 'waiting') await enqueue(trx, 'run_import', key);
		if (state === 'failed')
			await trx
				.deleteFrom('importPieces')
				.where('communityId', '=', key.communityId)
				.where('importId', '=', importId)
				.execute();
	});
	if (refusal) return { ok: false, refusal };
	return { ok: true, state: state === 'mapping' ? 'mapping' : 'waiting' };
}

async function uploadOf(db: Kysely<Database>, actor: Actor, importId: string) {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(importId)) return undefined;
	return db
		.selectFrom('imports')
		.select(['communityId', 'fileName', 'bytes', 'bytesRead'])
		.where('communityId', '=', book.communityId)
		.where('memberId', '=', book.ownerId)
		.where('id', '=', importId)
		.where('state', '=', 'uploading')
		.executeTakeFirst();
}

async function countPieces(db: Kysely<Database>, communityId: string, importId: string) {
	const { pieces } = await db
		.selectFrom('importPieces')
		.select(sql<number>`count(*)`.as('pieces'))
		.where('communityId', '=', communityId)
		.where('importId', '=', importId)
		.executeTakeFirstOrThrow();
	return pieces;
}
