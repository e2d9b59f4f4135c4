// Line ends and other controls (they would start another header), and marks that reverse what is read.
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** A name or a subject as it may stand in a header: one line, well-formed, at most 250 characters. */
export function headerLine(text: string): string {
	const line = text.toWellFormed().replace(unwanted, ' ').replace(/ {2,}/g, ' ').trim();
	return [...line].slice(0, 250).join('');
}

const bare = /^[^\s\p{C}<>()[\]\\,;:"@]+@[^\s\p{C}<>()[\]\\,;:"@]+$/u;

/** One bare address and nothing else: no name, no second address, no line end, at most 254 characters. */
export function isBareAddress(text: string): boolean {
	return text.length <= 254 && bare.test(text);
}
