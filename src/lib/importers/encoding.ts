export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * How the bytes at the beginning of a file are encoded, and how many of them are a byte order mark.
 * UTF-16 without a mark is known by the zero half of its first letter and of most others. All else
 * begins as UTF-8; whether it truly is shows byte by byte.
 */
export function encodingOf(head: Uint8Array): { encoding: Encoding; mark: number } {
	if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
	if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
		return { encoding: 'utf-8', mark: 3 };
	return { encoding: unmarked(head), mark: 0 };
}

function unmarked(head: Uint8Array): Encoding {
	const zeros = [0, 0];
	head.forEach((byte, index) => {
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	});
	const [even = 0, odd = 0] = zeros;
	const many = head.length / 16;
	if (head[1] === 0 && odd > many && odd > even * 4) return 'utf-16le';
	if (head[0] === 0 && even > many && even > odd * 4) return 'utf-16be';
	return 'utf-8';
}
