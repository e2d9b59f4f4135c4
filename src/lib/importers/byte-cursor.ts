import type { ByteChunks } from '#lib/importers/decode.ts';

/** Bytes in pieces, read ahead as far as one asks and no further. */
export class ByteCursor {
	/** What was read and not yet taken. */
	ahead: Uint8Array = new Uint8Array();
	/** How many bytes were taken. */
	taken = 0;
	private readonly pieces: AsyncGenerator<Uint8Array>;

	constructor(bytes: ByteChunks) {
		this.pieces = iterate(bytes);
	}

	/** Reads ahead until `count` bytes are there; false where the bytes end before. */
	async fill(count: number): Promise<boolean> {
		const pieces = [this.ahead];
		let length = this.ahead.length;
		while (length < count) {
			const next = await this.pieces.next();
			if (next.done) break;
			pieces.push(next.value);
			length += next.value.length;
		}
		if (pieces.length > 1) this.ahead = joined(pieces, length);
		return length >= count;
	}

	/** Takes what was read ahead, `count` bytes of it at the most. */
	take(count: number): Uint8Array {
		const taken = this.ahead.subarray(0, count);
		this.ahead = this.ahead.subarray(taken.length);
		this.taken += taken.length;
		return taken;
	}

	/** Everything that was not taken. */
	async *rest(): AsyncGenerator<Uint8Array> {
		if (this.ahead.length > 0) yield this.take(this.ahead.length);
		yield* this.pieces;
	}
}

async function* iterate(bytes: ByteChunks): AsyncGenerator<Uint8Array> {
	yield* bytes;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
	const whole = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
