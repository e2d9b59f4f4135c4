import type { ByteChunks } from '#lib/importers/decode.ts';

/** Bytes by which a file is recognised. */
const headLength = 65_536;

/** The first bytes of a file (65,536, where it has them), and the file from its beginning. */
export async function takeByteHead(
	bytes: ByteChunks
): Promise<{ head: Uint8Array; whole: AsyncGenerator<Uint8Array> }> {
	const pieces = iterate(bytes);
	const taken: Uint8Array[] = [];
	for (let length = 0; length < headLength;) {
		const next = await pieces.next();
		if (next.done) break;
		taken.push(next.value);
		length += next.value.length;
	}
	return { head: joined(taken).subarray(0, headLength), whole: continued(taken, pieces) };
}

async function* iterate(bytes: ByteChunks): AsyncGenerator<Uint8Array> {
	yield* bytes;
}

async function* continued(
	taken: readonly Uint8Array[],
	rest: AsyncGenerator<Uint8Array>
): AsyncGenerator<Uint8Array> {
	yield* taken;
	yield* rest;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}
