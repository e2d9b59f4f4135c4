/** The pairs of neighbouring letters of a text, spaces left out, as sorted numbers. */
export function letterPairs(text: string): Uint32Array {
	const letters = text.replaceAll(' ', '');
	const pairs = new Uint32Array(Math.max(0, letters.length - 1));
	for (let at = 0; at < pairs.length; at += 1)
		pairs[at] = letters.charCodeAt(at) * 0x10000 + letters.charCodeAt(at + 1);
	pairs.sort();
	return pairs;
}

/**
 * Dice's likeness of two such lists, 0 to 1: twice what is common by what there is. It bears words
 * that are exchanged, joined or cut, as those of addresses are.
 */
export function diceLikeness(a: Uint32Array, b: Uint32Array): number {
	if (a.length === 0 || b.length === 0) return 0;
	let common = 0;
	let j = 0;
	for (const pair of a) {
		while (j < b.length && (b[j] ?? 0) < pair) j += 1;
		if (j < b.length && b[j] === pair) {
			common += 1;
			j += 1;
		}
	}
	return (2 * common) / (a.length + b.length);
}
