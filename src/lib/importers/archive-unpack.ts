import { Inflate } from 'fflate';
import { checksum } from '#lib/importers/archive-checksum.ts';
import type { EntryHeader, EntrySizes } from '#lib/importers/archive-header.ts';

/** How far an archive may unfold before it is taken for a bomb. */
export interface ArchiveLimits {
	entries: number;
	/** In bytes, of all entries together. */
	unpacked: number;
	/** How many times its own size; asked only beyond `unasked` bytes. */
	ratio: number;
	unasked: number;
}

/** What became of an archive so far. */
export interface ArchiveCount {
	packed: number;
	unpacked: number;
	/** Set once it has unfolded too far; nothing more is unpacked then. */
	isBomb: boolean;
}

/** The bytes of an entry as the archive holds them; ends with what it says of itself, if known. */
export type PackedBytes = AsyncGenerator<Uint8Array, EntrySizes | undefined>;

/** Deflate makes a thousand bytes of one at the most, all at once. */
const atOnce = 2048;

/**
 * Unpacks an entry as far as it is sound. `fail` hears once why it ends before its end; nothing
 * throws. `packed` is left where the reading stopped.
 */
export async function* unpack(
	{ method }: EntryHeader,
	packed: PackedBytes,
	count: ArchiveCount,
	limits: ArchiveLimits,
	fail: (reason: 'damaged' | 'bomb') => void
): AsyncGenerator<Uint8Array> {
	const unpacker = method === 0 ? stored() : inflated();
	let length = 0;
	let sum = 0;
	for (;;) {
		const next = await packed.next();
		if (next.done) {
			const sizes = next.value;
			if (sizes && (sizes.checksum !== sum || sizes.unpacked !== length)) fail('damaged');
			return;
		}
		for (const piece of piecesOf(next.value)) {
			const unpacked = unpacker(piece);
			if (!unpacked) return fail('damaged');
			count.packed += piece.length;
			for (const bytes of unpacked) {
				count.unpacked += bytes.length;
				if (isTooFar(count, limits)) return fail('bomb');
				length += bytes.length;
				sum = checksum(bytes, sum);
				yield bytes;
			}
		}
	}
}

function isTooFar(count: ArchiveCount, limits: ArchiveLimits): boolean {
	const { packed, unpacked } = count;
	const unfolds = unpacked > limits.unasked && unpacked > packed * limits.ratio;
	count.isBomb ||= unfolds || unpacked > limits.unpacked;
	return count.isBomb;
}

type Unpacker = (piece: Uint8Array) => Uint8Array[] | undefined;

function stored(): Unpacker {
	return (piece) => [piece];
}

/** Undefined where the bytes are not deflated ones; fflate throws there. */
function inflated(): Unpacker {
	let out: Uint8Array[] = [];
	const inflate = new Inflate((bytes) => out.push(bytes));
	return (piece) => {
		out = [];
		try {
			inflate.push(piece);
			return out;
		} catch {
			return undefined;
		}
	};
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += atOnce) yield bytes.subarray(at, at + atOnce);
}
