import { archiveEntries, type ArchiveEntry } from '#lib/importers/archive-entries.ts';
import { readHeader } from '#lib/importers/archive-header.ts';
import { unpack, type ArchiveLimits } from '#lib/importers/archive-unpack.ts';
import { ByteCursor } from '#lib/importers/byte-cursor.ts';
import type { ByteChunks } from '#lib/importers/decode.ts';
import type { FileNote, FileRefusal } from '#lib/importers/file-refusal.ts';
import type { ImportRow } from '#lib/importers/record.ts';

/** Reads one file of an archive as any other file is read. */
export type OpenEntry = (
	bytes: ByteChunks,
	fileName: string
) => Promise<{ ok: true; rows: AsyncGenerator<ImportRow> } | { ok: false; refusal: FileRefusal }>;

/** Far beyond what people's archives are: hundreds of files, packed to a tenth. */
const generous: ArchiveLimits = {
	entries: 10_000,
	unpacked: 16 * 1024 ** 3,
	ratio: 250,
	unasked: 64 * 1024 ** 2
};

/** Whether a file that begins so is a ZIP archive. */
export function isArchive(head: Uint8Array): boolean {
	return startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6]);
}

/** Whether a file that begins so was packed by something else: gzip, RAR, 7z, xz, bzip2. */
export function isOtherwisePacked(head: Uint8Array): boolean {
	const others = [
		[0x1f, 0x8b],
		[...bytesOf('Rar!')],
		[...bytesOf('7z\xbc\xaf')],
		[0xfd, ...bytesOf('7zXZ')],
		bytesOf('BZh')
	];
	return others.some((signature) => startsWith(head, signature));
}

/** Whether the archive that begins so is a workbook, a letter or a book. */
export function isOfficeDocument(head: Uint8Array): boolean {
	return isArchive(head) && isOfficeName(readHeader(head).name);
}

/**
 * The rows of every file in a ZIP archive, each with the file's name; nothing is written anywhere.
 * While they are read, `notes` says which files were left out and whether reading ended early.
 */
export async function* archiveRows(
	bytes: ByteChunks,
	openEntry: OpenEntry,
	notes: FileNote[],
	limits = generous
): AsyncGenerator<ImportRow> {
	const entries = archiveEntries(new ByteCursor(bytes));
	const archive = new OpenArchive(openEntry, notes, limits);
	for (;;) {
		const next = await entries.next();
		if (next.done) return archive.end(next.value === 'whole' ? undefined : next.value);
		yield* archive.rowsOf(next.value);
		if (archive.stopped) return archive.end(archive.stopped);
	}
}

class OpenArchive {
	stopped: FileRefusal | undefined;
	private readonly count = { packed: 0, unpacked: 0, isBomb: false };
	private readonly names = new Map<string, number>();
	private readonly openEntry: OpenEntry;
	private readonly notes: FileNote[];
	private readonly limits: ArchiveLimits;
	private entries = 0;
	private read = 0;

	constructor(openEntry: OpenEntry, notes: FileNote[], limits: ArchiveLimits) {
		this.openEntry = openEntry;
		this.notes = notes;
		this.limits = limits;
	}

	async *rowsOf({ header, packed }: ArchiveEntry): AsyncGenerator<ImportRow> {
		this.entries += 1;
		if (this.entries > this.limits.entries) this.stopped = 'bomb';
		if (this.read === 0 && isOfficeName(header.name)) this.stopped = 'office_document';
		if (this.stopped || header.name === '' || header.name.endsWith('/')) return;
		const file = this.nameFor(header.name);
		if (header.isEncrypted) return this.skip(file, 'encrypted');
		if (header.method !== 0 && header.method !== 8) return this.skip(file, 'compressed');
		const bytes = unpack(header, packed, this.count, this.limits, (reason) => {
			if (reason === 'bomb') this.stopped = 'bomb';
			else this.notes.push({ kind: 'broken', file, reason });
		});
		const opened = await this.openEntry(bytes, file);
		if (!opened.ok) return this.skip(file, opened.refusal);
		this.read += 1;
		for await (const row of opened.rows) {
			row.file = file;
			yield row;
		}
	}

	/** Says what is wrong with the whole, if anything is. */
	end(reason: FileRefusal | undefined): void {
		const locked = this.notes.some((note) => note.reason === 'encrypted');
		const empty = locked ? 'encrypted' : 'nothing_inside';
		const wrong = reason ?? (this.read === 0 ? empty : undefined);
		if (wrong) this.notes.push({ kind: 'broken', reason: wrong });
	}

	private skip(file: string, reason: FileRefusal): void {
		this.notes.push({ kind: 'skipped', file, reason });
	}

	/** Two files of an archive may have one name; their rows are told apart. */
	private nameFor(name: string): string {
		const times = (this.names.get(name) ?? 0) + 1;
		this.names.set(name, times);
		return times === 1 ? name : `${name} (${times})`;
	}
}

function isOfficeName(name: string): boolean {
	return name === '[Content_Types].xml' || name === 'mimetype';
}

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
	return signature.every((byte, at) => head[at] === byte);
}

function bytesOf(text: string): number[] {
	return Array.from(text, (letter) => letter.charCodeAt(0));
}
