import {
	findDescriptor,
	headerLength,
	readHeader,
	shortestHeader,
	signatures,
	uint32,
	type EntryHeader,
	type EntrySizes
} from '#lib/importers/archive-header.ts';
import type { PackedBytes } from '#lib/importers/archive-unpack.ts';
import type { ByteCursor } from '#lib/importers/byte-cursor.ts';

/** One file in an archive. Its bytes are there only until the next entry is asked for. */
export interface ArchiveEntry {
	header: EntryHeader;
	packed: PackedBytes;
}

/** How an archive ended: as it should, in the middle, or in something that is none. */
export type ArchiveEnd = 'whole' | 'incomplete' | 'damaged';

const pieceLength = 65_536;

/** The longest descriptor with the signature that follows it. */
const longestDescriptor = 28;

/**
 * The entries of a ZIP archive as they come, without a look at the directory at its end: memory is
 * bounded whatever the archive's size. Never throws.
 */
export async function* archiveEntries(
	cursor: ByteCursor
): AsyncGenerator<ArchiveEntry, ArchiveEnd> {
	while (await cursor.fill(4)) {
		const signature = uint32(cursor.ahead, 0);
		if (signature === signatures.directory || signature === signatures.directoryEnd) {
			return (await endsWithDirectory(cursor)) ? 'whole' : 'incomplete';
		}
		if (signature !== signatures.entry) return 'damaged';
		if (!(await cursor.fill(shortestHeader))) return 'incomplete';
		if (!(await cursor.fill(headerLength(cursor.ahead)))) return 'incomplete';
		const header = readHeader(cursor.ahead);
		cursor.take(header.length);
		const state = { isWhole: false };
		const packed = header.sizes
			? knownLength(cursor, header.sizes, state)
			: unknownLength(cursor, state);
		yield { header, packed };
		while (!(await packed.next()).done);
		if (!state.isWhole) return 'incomplete';
	}
	return 'incomplete';
}

async function* knownLength(
	cursor: ByteCursor,
	sizes: EntrySizes,
	state: { isWhole: boolean }
): PackedBytes {
	for (let left = sizes.packed; left > 0;) {
		if (!(await cursor.fill(1))) return undefined;
		const piece = cursor.take(Math.min(left, pieceLength));
		left -= piece.length;
		yield piece;
	}
	state.isWhole = true;
	return sizes;
}

async function* unknownLength(cursor: ByteCursor, state: { isWhole: boolean }): PackedBytes {
	for (let given = 0; ;) {
		const more = await cursor.fill(pieceLength);
		const found = findDescriptor(cursor.ahead, given);
		if (found) {
			if (found.at > 0) yield cursor.take(found.at);
			cursor.take(found.length);
			state.isWhole = true;
			return found.sizes;
		}
		const piece = cursor.take(more ? cursor.ahead.length - longestDescriptor : pieceLength);
		if (piece.length === 0) return undefined;
		given += piece.length;
		yield piece;
	}
}

/** Whether the end of the directory is there, read to the end of the file. */
async function endsWithDirectory(cursor: ByteCursor): Promise<boolean> {
	let isThere = false;
	while (await cursor.fill(4)) {
		const { ahead } = cursor;
		for (let at = ahead.indexOf(0x50); at !== -1 && !isThere; at = ahead.indexOf(0x50, at + 1)) {
			isThere = uint32(ahead, at) === signatures.directoryEnd;
		}
		cursor.take(Math.max(1, ahead.length - 3));
	}
	return isThere;
}
