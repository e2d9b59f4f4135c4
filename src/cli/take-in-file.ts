import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { chooseColumns, seeColumns } from '#lib/importers/choose-columns.server.ts';
import { keepFile, mostBytes } from '#lib/importers/import-file.server.ts';
import { beginUpload, endUpload, keepPiece, mostPieceBytes } from '#lib/importers/upload.server.ts';
import { type ReadRefusal, refusalOf } from './import-refusals.ts';

export type TakenIn = { ok: true; importId: string } | { ok: false; refusal: ReadRefusal };

/** The command reads what it took in by itself. */
const nobody = async () => {};

/** Takes a file of any size in, to be read; what is larger than `atOnce` (bytes) piece by piece. */
export async function takeInFile(
	db: Kysely<Database>,
	member: Member,
	path: string,
	now: Date,
	atOnce = mostBytes
): Promise<TakenIn> {
	try {
		const found = await stat(path);
		if (!found.isFile()) return { ok: false, refusal: 'no_file' };
		const name = basename(path);
		if (found.size <= atOnce)
			return await keepFile(db, member, { name, content: await readFile(path) }, now);
		const file = { name, bytes: found.size, stamp: String(found.mtimeMs) };
		const begun = await beginUpload(db, member, file, now);
		if (!begun.ok) return begun;
		await using opened = await open(path);
		return await takePieces(db, member, { ...begun, opened }, now);
	} catch (error) {
		return { ok: false, refusal: refusalOf(error) };
	}
}

interface Upload {
	importId: string;
	arrived: number;
	opened: FileHandle;
}

async function takePieces(
	db: Kysely<Database>,
	member: Member,
	{ importId, arrived, opened }: Upload,
	now: Date
): Promise<TakenIn> {
	const piece = Buffer.alloc(mostPieceBytes);
	for (let at = arrived; ;) {
		const { bytesRead } = await opened.read(piece, 0, piece.length, at);
		if (bytesRead === 0) break;
		const content = piece.subarray(0, bytesRead);
		const kept = await keepPiece(db, member, { importId, at, content }, now);
		if (!kept.ok) return { ok: false, refusal: 'unreadable' };
		at = kept.arrived;
	}
	const ended = await endUpload(db, member, importId, nobody, now);
	if (!ended.ok)
		return { ok: false, refusal: ended.refusal === 'not_found' ? 'unreadable' : ended.refusal };
	if (ended.state === 'mapping') await takeGuess(db, member, importId);
	return { ok: true, importId };
}

async function takeGuess(db: Kysely<Database>, member: Member, importId: string): Promise<void> {
	const table = await seeColumns(db, member, importId);
	if (table) await chooseColumns(db, member, { importId, mapping: table.guess }, nobody);
}
