import { setImmediate as turn } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Sharing } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import type { FileRefusal } from '#lib/importers/file-refusal.ts';
import { openImport } from '#lib/importers/formats.ts';
import { noRoomFor } from '#lib/importers/upload-room.server.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import { bookOf } from '#lib/people/book.ts';

/** The largest file that is taken in. */
export const mostBytes = 50 * 1024 * 1024;

export type KeepRefusal = FileRefusal | 'too_large' | 'too_large_demo' | 'too_many' | 'not_allowed';
export type FileKept = { ok: true; importId: string } | { ok: false; refusal: KeepRefusal };

/**
 * Takes a member's file in, to be read by a job (or, without `enqueue`, by the caller). A file that
 * no format recognises is refused before anything is kept; of a table that does not say what its
 * columns hold, the member is asked before a job reads it.
 */
export async function keepFile(
	db: Kysely<Database>,
	actor: Actor,
	file: { name: string; content: Uint8Array; sharing?: Sharing | null },
	now: Date,
	enqueue?: Enqueue
): Promise<FileKept> {
	const book = bookOf(actor, 'change_contact');
	if (!book) return { ok: false, refusal: 'not_allowed' };
	if (file.content.length > mostBytes) return { ok: false, refusal: 'too_large' };
	const opened = await openImport([file.content.subarray(0, pieceBytes)]);
	if (!opened.ok) return opened;
	await opened.rows.return(undefined);
	const { communityId, ownerId: memberId } = book;
	const isAsked = opened.format === 'csv-contacts' && enqueue !== undefined;
	return db.transaction().execute(async (trx): Promise<FileKept> => {
		const noRoom = await noRoomFor(trx, { communityId, memberId }, file.content.length);
		if (noRoom) return { ok: false, refusal: noRoom };
		const { id } = await trx
			.insertInto('imports')
			.values({
				communityId,
				memberId,
				fileName: baseName(file.name),
				format: opened.format,
				state: isAsked ? 'mapping' : 'waiting',
				bytes: file.content.length,
				sharing: file.sharing ?? null,
				createdAt: now
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await keepPieces(trx, { communityId, importId: id }, file.content);
		if (enqueue && !isAsked) await enqueue(trx, 'run_import', { communityId, importId: id });
		return { ok: true, importId: id };
	});
}

/** In bytes, how much of a file is one value of the database. */
const pieceBytes = 1024 * 1024;

type Key = { communityId: string; importId: string };

async function keepPieces(trx: Transaction<Database>, key: Key, content: Uint8Array) {
	for (let ordinal = 0; ordinal * pieceBytes < content.length; ordinal += 1) {
		const piece = content.subarray(ordinal * pieceBytes, (ordinal + 1) * pieceBytes);
		await trx
			.insertInto('importPieces')
			.values({ ...key, ordinal, content: Buffer.from(piece) })
			.execute();
	}
}

/** In bytes, how much is given out at once: so much is read while nothing else is done. */
const partBytes = 64 * 1024;

/** The kept file in small parts; `onRead` hears how many bytes have been given so far. */
export async function* filePieces(
	db: Kysely<Database>,
	key: Key,
	onRead: (bytes: number) => void = () => {}
): AsyncGenerator<Uint8Array> {
	let read = 0;
	for (let ordinal = 0; ; ordinal += 1) {
		const piece = await db
			.selectFrom('importPieces')
			.select('content')
			.where('communityId', '=', key.communityId)
			.where('importId', '=', key.importId)
			.where('ordinal', '=', ordinal)
			.executeTakeFirst();
		if (!piece) return;
		for (let at = 0; at < piece.content.length; at += partBytes) {
			const part = piece.content.subarray(at, at + partBytes);
			read += part.length;
			onRead(read);
			yield part;
			// Meanwhile the database may have answered, and can be asked the next thing.
			await turn();
		}
	}
}

/** A file name without folders or control characters. */
export function baseName(name: string): string {
	const base = name.split(/[/\\]/).at(-1) ?? '';
	return base
		.replace(/\p{Cc}/gu, '')
		.slice(0, 200)
		.toWellFormed();
}
