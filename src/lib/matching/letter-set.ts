/** Which letters a text has, a bit each; letters that share a bit only make texts look more alike. */
export type LetterSet = number;

/** No more letters are compared. */
const longest = 64;

/** The letters of a text, as far as it is compared. */
export function letterSet(text: string): LetterSet {
	let set = 0;
	for (let at = 0; at < text.length && at < longest; at += 1)
		set |= 1 << (text.charCodeAt(at) & 31);
	return set;
}

/** A text with its letters. */
export interface Lettered {
	text: string;
	letters: LetterSet;
}

/** Whether so few typing errors may make one the other; each leaves out and adds one letter at most. */
export function mayBeMistyped(a: Lettered, b: Lettered, errors: number): boolean {
	const longer = Math.min(longest, a.text.length) - Math.min(longest, b.text.length);
	if (Math.abs(longer) > errors) return false;
	return bitsIn(a.letters ^ b.letters) <= 2 * errors;
}

/**
 * Whether the Jaro–Winkler likeness of two texts may be at least this: as if all letters that they may
 * have in common were, and in order.
 */
export function mayBeLike(a: Lettered, b: Lettered, least: number): boolean {
	const lengthA = Math.min(a.text.length, longest);
	const lengthB = Math.min(b.text.length, longest);
	const common = Math.min(
		lengthA - bitsIn(a.letters & ~b.letters),
		lengthB - bitsIn(b.letters & ~a.letters)
	);
	const jaro = (common / lengthA + common / lengthB + 1) / 3;
	let start = 0;
	while (start < 4 && start < lengthA && a.text.charCodeAt(start) === b.text.charCodeAt(start))
		start += 1;
	return jaro + 0.1 * start * (1 - jaro) >= least;
}

function bitsIn(set: number): number {
	let bits = set - ((set >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
