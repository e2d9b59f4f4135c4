import { encodingOf } from '#lib/importers/encoding.ts';
import { utf8OrAnsi, type Decoder } from '#lib/importers/utf8-or-ansi.ts';

/** Bytes in pieces of any length, cut anywhere. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Bytes looked at before the encoding is decided. */
const headLength = 65_536;

/**
 * The text of a file, whatever wrote it: UTF-8 or UTF-16 with or without a byte order mark,
 * Windows-1252. Every byte yields text; nothing throws.
 */
export async function* decodeText(bytes: ByteChunks): AsyncGenerator<string> {
	let decoder: Decoder | undefined;
	let head: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of bytes) {
		if (decoder) {
			yield decoder.decode(chunk);
			continue;
		}
		head.push(chunk);
		length += chunk.length;
		if (length < headLength) continue;
		const begun = begin(head, length);
		decoder = begun.decoder;
		head = [];
		yield begun.text;
	}
	if (!decoder) {
		const begun = begin(head, length);
		decoder = begun.decoder;
		yield begun.text;
	}
	yield decoder.end();
}

function begin(chunks: Uint8Array[], length: number): { decoder: Decoder; text: string } {
	const head = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		head.set(chunk, at);
		at += chunk.length;
	}
	const { encoding, mark } = encodingOf(head);
	const decoder = encoding === 'utf-8' ? utf8OrAnsi() : utf16(encoding);
	return { decoder, text: decoder.decode(head.subarray(mark)) };
}

function utf16(encoding: 'utf-16le' | 'utf-16be'): Decoder {
	const decoder = new TextDecoder(encoding, { ignoreBOM: true });
	return {
		decode: (bytes) => decoder.decode(bytes, { stream: true }),
		end: () => decoder.decode()
	};
}
