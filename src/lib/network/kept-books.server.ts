import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { booksFromSnapshot, type BooksOf, booksSnapshot } from '#lib/network/books-snapshot.ts';
import type { KnownBooks } from '#lib/network/known-books.ts';

/** Books as a file kept them. */
export interface KeptBooks {
	held: KnownBooks;
	seen: BooksOf['seen'];
}

const ending = '.books';
const hashLength = 32;

/** Keeps a community's books for the next start, in a file that its owner alone may read. */
export async function keepBooks(folder: string, of: BooksOf, held: KnownBooks): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const file = fileOf(folder, of.communityId);
	const draft = `${file}.${randomBytes(4).toString('hex')}`;
	try {
		await write(draft, booksSnapshot(of, held));
		await rename(draft, file);
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	}
}

async function write(draft: string, pieces: readonly Uint8Array[]): Promise<void> {
	const hash = createHash('sha256');
	const target = await open(draft, 'wx', 0o600);
	try {
		for (const piece of pieces) {
			hash.update(piece);
			await target.write(piece);
		}
		await target.write(hash.digest());
	} finally {
		await target.close();
	}
}

/** What was kept of a community; null where there is nothing, or nothing whole: such a file is erased. */
export async function readKept(folder: string, communityId: string): Promise<KeptBooks | null> {
	const file = fileOf(folder, communityId);
	const bytes = await readFile(file).catch(() => null);
	if (!bytes) return null;
	const kept = whole(bytes);
	if (kept && kept.of.communityId === communityId) return { held: kept.held, seen: kept.of.seen };
	await rm(file, { force: true });
	return null;
}

function whole(bytes: Buffer) {
	const end = bytes.length - hashLength;
	if (end < 0) return null;
	const hash = createHash('sha256').update(bytes.subarray(0, end)).digest();
	if (!hash.equals(bytes.subarray(end))) return null;
	return booksFromSnapshot(new Uint8Array(bytes.subarray(0, end)).buffer);
}

/** Erases what was kept of a community. */
export async function forgetKept(folder: string, communityId: string): Promise<void> {
	await rm(fileOf(folder, communityId), { force: true });
}

/** The communities of which something is kept. */
export async function keptCommunities(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch(() => []);
	return names.flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));
}

function fileOf(folder: string, communityId: string): string {
	return join(folder, communityId + ending);
}
