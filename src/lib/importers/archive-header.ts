/** What stands before an entry of a ZIP archive. */
export interface EntryHeader {
	name: string;
	/** 0 stored, 8 deflated. */
	method: number;
	isEncrypted: boolean;
	/** Sizes and checksum; absent where they follow the entry instead. */
	sizes: EntrySizes | undefined;
	/** In bytes, of the header itself. */
	length: number;
}

export interface EntrySizes {
	packed: number;
	unpacked: number;
	checksum: number;
}

export const signatures = {
	entry: 0x04034b50,
	descriptor: 0x08074b50,
	directory: 0x02014b50,
	directoryEnd: 0x06054b50
};

/** PK, with which each of them begins. */
const signatureStart = 0x4b50;

/** In bytes, without name and extra fields. */
export const shortestHeader = 30;

/** How many bytes the header takes, of which the shortest part is there. */
export function headerLength(bytes: Uint8Array): number {
	return shortestHeader + uint16(bytes, 26) + uint16(bytes, 28);
}

/** Reads a header, which is there as a whole. */
export function readHeader(bytes: Uint8Array): EntryHeader {
	const flags = uint16(bytes, 6);
	const extraAt = shortestHeader + uint16(bytes, 26);
	const length = headerLength(bytes);
	return {
		name: nameIn(bytes.subarray(shortestHeader, extraAt)),
		method: uint16(bytes, 8),
		isEncrypted: (flags & 0x2041) !== 0,
		sizes: (flags & 8) === 0 ? sizesIn(bytes, extraAt, length) : undefined,
		length
	};
}

function sizesIn(bytes: Uint8Array, extraAt: number, length: number): EntrySizes {
	const packed = uint32(bytes, 18);
	const unpacked = uint32(bytes, 22);
	const checksum = uint32(bytes, 14);
	if (packed !== 0xffffffff && unpacked !== 0xffffffff) return { packed, unpacked, checksum };
	for (let at = extraAt; at + 20 <= length; at += 4 + uint16(bytes, at + 2)) {
		if (uint16(bytes, at) !== 1) continue;
		return { packed: uint64(bytes, at + 12), unpacked: uint64(bytes, at + 4), checksum };
	}
	return { packed, unpacked, checksum };
}

/**
 * Where the descriptor after an entry of unknown length begins, and how long it is. `before` bytes
 * of the entry came before these: a descriptor is one because it knows how many they are.
 */
export function findDescriptor(
	bytes: Uint8Array,
	before: number
): { at: number; length: number; sizes: EntrySizes } | undefined {
	for (let at = bytes.indexOf(0x50); at !== -1; at = bytes.indexOf(0x50, at + 1)) {
		const signature = uint32(bytes, at);
		const found =
			signature === signatures.descriptor
				? descriptorAt(bytes, at, 4, before)
				: signature === signatures.entry || signature === signatures.directory
					? (descriptorAt(bytes, at - 12, 0, before) ?? descriptorAt(bytes, at - 20, 0, before))
					: undefined;
		if (found) return found;
	}
	return undefined;
}

/** Long sizes belong to archives of the newer kind (ZIP64); what follows tells them from short ones. */
function descriptorAt(bytes: Uint8Array, at: number, marked: number, before: number) {
	if (at < 0) return undefined;
	const checksum = uint32(bytes, at + marked);
	const sizesAt = at + marked + 4;
	for (const [width, read] of [
		[4, uint32],
		[8, uint64]
	] as const) {
		const length = marked + 4 + 2 * width;
		const packed = read(bytes, sizesAt);
		if (packed !== before + at || uint16(bytes, at + length) !== signatureStart) continue;
		return { at, length, sizes: { packed, unpacked: read(bytes, sizesAt + width), checksum } };
	}
	return undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const ansi = new TextDecoder('windows-1252');

/** As a name is shown and never as a path: no way up, no drive, no control characters. */
function nameIn(bytes: Uint8Array): string {
	const parts = decoded(bytes)
		.replace(/\p{Cc}/gu, '')
		.split(/[/\\]/)
		.filter((part) => part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
	return parts.join('/').replace(/^\/+/, '').slice(-200).toWellFormed();
}

function decoded(bytes: Uint8Array): string {
	try {
		return utf8.decode(bytes);
	} catch {
		return ansi.decode(bytes);
	}
}

function uint16(bytes: Uint8Array, at: number): number {
	return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** Four bytes as a number; what is beyond the end is zero. */
export function uint32(bytes: Uint8Array, at: number): number {
	return (uint16(bytes, at) | (uint16(bytes, at + 2) << 16)) >>> 0;
}

function uint64(bytes: Uint8Array, at: number): number {
	return uint32(bytes, at) + uint32(bytes, at + 4) * 0x1_0000_0000;
}
