/** Turns bytes into text, piece by piece; `end` gives what an unfinished character left behind. */
export interface Decoder {
	decode(bytes: Uint8Array): string;
	end(): string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ansi = new TextDecoder('windows-1252');

/**
 * Reads UTF-8, or Windows-1252 where it is not. A file of which nothing but plain ASCII was seen
 * before the first byte that UTF-8 forbids is Windows-1252 from there on, however late that is.
 * In a file that is UTF-8 elsewhere only the forbidden bytes are read as Windows-1252.
 */
export function utf8OrAnsi(): Decoder {
	let held = new Uint8Array();
	let accented = 0;
	let isAnsi = false;

	function decode(bytes: Uint8Array): string {
		if (isAnsi) return ansi.decode(bytes);
		const text = strictly(bytes);
		if (text !== undefined) {
			accented += bytes.length - text.length;
			return text;
		}
		const mended = mend(bytes);
		isAnsi = accented === 0 && mended.forbidden >= mended.accented;
		accented += mended.accented;
		return isAnsi ? ansi.decode(bytes) : mended.text;
	}

	return {
		decode(bytes) {
			const all = held.length === 0 ? bytes : joined(held, bytes);
			const cut = isAnsi ? all.length : completeLength(all);
			held = all.slice(cut);
			return decode(all.subarray(0, cut));
		},
		end: () => decode(held)
	};
}

function strictly(bytes: Uint8Array): string | undefined {
	try {
		return utf8.decode(bytes);
	} catch {
		return undefined;
	}
}

/** Reads each well-formed run as UTF-8 and each other byte as Windows-1252, and counts both. */
function mend(bytes: Uint8Array): { text: string; accented: number; forbidden: number } {
	const out: string[] = [];
	let accented = 0;
	let forbidden = 0;
	for (let at = 0; at < bytes.length;) {
		const end = at + sequenceLength(bytes[at] ?? 0);
		const text = end <= bytes.length ? strictly(bytes.subarray(at, end)) : undefined;
		if (text === undefined) forbidden += 1;
		else if (end > at + 1) accented += 1;
		out.push(text ?? ansi.decode(bytes.subarray(at, at + 1)));
		at = text === undefined ? at + 1 : end;
	}
	return { text: out.join(''), accented, forbidden };
}

/** How many of the bytes do not begin a character whose end is still to come. */
function completeLength(bytes: Uint8Array): number {
	for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return bytes.length;
		if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}

function sequenceLength(first: number): number {
	if (first >= 0xf0 && first < 0xf8) return 4;
	if (first >= 0xe0 && first < 0xf0) return 3;
	return first >= 0xc0 && first < 0xe0 ? 2 : 1;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(first.length + second.length);
	all.set(first);
	all.set(second, first.length);
	return all;
}
