import { type Kysely, sql, type Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Sharing } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import { openImport } from '#lib/importers/formats.ts';
import { baseName, filePieces, type KeepRefusal } from '#lib/importers/import-file.server.ts';
import { noRoomFor } from '#lib/importers/upload-room.server.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import { bookOf, isId } from '#lib/people/book.ts';

/** The largest piece, in bytes. */
export const mostPieceBytes = 8 * 1024 ** 2;
/** How many files of one member may be on their way at once. */
const mostUploads = 20;

/** A file as its browser tells of it; `stamp` says when it was last changed, in whatever way. */
export interface FileToCome {
	name: string;
	bytes: number;
	stamp: string;
	/** What others may know of the contacts it creates; null: as the book. */
	sharing?: Sharing | null;
}

type NoRoom = NonNullable<Awaited<ReturnType<typeof noRoomFor>>>;

export type UploadBegun =
	| { ok: true; importId: string; /** Bytes that are here already. */ arrived: number }
	| { ok: false; refusal: NoRoom | 'empty_file' | 'not_allowed' };

/**
 * Begins to take a member's file in, or goes on with the same one (by name, size and stamp) whose
 * upload was cut off.
 */
export async function beginUpload(
	db: Kysely<Database>,
	actor: Actor,
	file: FileToCome,
	now: Date
): Promise<UploadBegun> {
	const book = bookOf(actor, 'change_contact');
	if (!book) return { ok: false, refusal: 'not_allowed' };
	if (file.bytes === 0) return { ok: false, refusal: 'empty_file' };
	const owner = { communityId: book.communityId, memberId: book.ownerId };
	return db.transaction().execute((trx) => begin(trx, owner, file, now));
}

type Owner = { communityId: string; memberId: string };

async function begin(
	trx: Transaction<Database>,
	owner: Owner,
	file: FileToCome,
	now: Date
): Promise<UploadBegun> {
	const noRoom = await noRoomFor(trx, owner, file.bytes);
	const { bytes, stamp } = file;
	const fileName = baseName(file.name);
	const begun = await uploadsOf(trx, owner);
	const same = begun.find(
		(one) => one.fileName === fileName && one.bytes === bytes && one.stamp === stamp
	);
	const { sharing = null } = file;
	if (same) {
		await chooseAgain(trx, { communityId: owner.communityId, importId: same.id }, sharing);
		return { ok: true, importId: same.id, arrived: same.bytesRead };
	}
	if (noRoom) return { ok: false, refusal: noRoom };
	if (begun.length >= mostUploads) return { ok: false, refusal: 'too_many' };
	const { id } = await trx
		.insertInto('imports')
		.values({ ...owner, fileName, state: 'uploading', bytes, stamp, sharing, createdAt: now })
		.returning('id')
		.executeTakeFirstOrThrow();
	return { ok: true, importId: id, arrived: 0 };
}

async function chooseAgain(trx: Transaction<Database>, key: Key, sharing: Sharing | null) {
	await trx
		.updateTable('imports')
		.set({ sharing })
		.where('communityId', '=', key.communityId)
		.where('id', '=', key.importId)
		.execute();
}

function uploadsOf(db: Kysely<Database>, owner: Owner) {
	return db
		.selectFrom('imports')
		.select(['id', 'fileName', 'bytes', 'bytesRead', 'stamp'])
		.where('communityId', '=', owner.communityId)
		.where('memberId', '=', owner.memberId)
		.where('state', '=', 'uploading')
		.execute();
}

export type PieceKept =
	| { ok: true; /** Bytes that are here now: where the next piece begins. */ arrived: number }
	| { ok: false; refusal: 'not_found' | 'too_large' };

/**
 * Takes a piece in that begins at byte `at` of its file. One that does not begin where the last one
 * ended is not kept; the answer says where to go on.
 */
export async function keepPiece(
	db: Kysely<Database>,
	actor: Actor,
	piece: { importId: string; at: number; content: Uint8Array },
	now: Date
): Promise<PieceKept> {
	const { importId, at, content } = piece;
	if (content.length > mostPieceBytes) return { ok: false, refusal: 'too_large' };
	const upload = await uploadOf(db, actor, importId);
	if (!upload) return { ok: false, refusal: 'not_found' };
	const key = { communityId: upload.communityId, importId };
	return db.transaction().execute(async (trx): Promise<PieceKept> => {
		const here = await lockUpload(trx, key);
		if (!here) return { ok: false, refusal: 'not_found' };
		if (at !== here.bytesRead || content.length === 0) return { ok: true, arrived: here.bytesRead };
		const arrived = here.bytesRead + content.length;
		if (arrived > here.bytes) return { ok: false, refusal: 'too_large' };
		const ordinal = await countPieces(trx, key);
		const bytes = Buffer.from(content);
		await trx
			.insertInto('importPieces')
			.values({ ...key, ordinal, content: bytes })
			.execute();
		await trx
			.updateTable('imports')
			.set({ bytesRead: arrived, lastPieceAt: now })
			.where('communityId', '=', key.communityId)
			.where('id', '=', importId)
			.execute();
		return { ok: true, arrived };
	});
}

interface Key {
	communityId: string;
	importId: string;
}

function lockUpload(trx: Transaction<Database>, { communityId, importId }: Key) {
	return trx
		.selectFrom('imports')
		.select(['bytes', 'bytesRead'])
		.where('communityId', '=', communityId)
		.where('id', '=', importId)
		.where('state', '=', 'uploading')
		.forUpdate()
		.executeTakeFirst();
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
		const ended = await trx
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
			.returning('id')
			.executeTakeFirst();
		if (!ended) return;
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

async function countPieces(db: Kysely<Database>, { communityId, importId }: Key) {
	const { pieces } = await db
		.selectFrom('importPieces')
		.select(sql<number>`count(*)`.as('pieces'))
		.where('communityId', '=', communityId)
		.where('importId', '=', importId)
		.executeTakeFirstOrThrow();
	return pieces;
}
