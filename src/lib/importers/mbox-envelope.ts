const colon = 58;
const longest = 400;
const time = /\b\d{1,2}:\d{2}(?::\d{2})?\b/;
const year = /\b(?:19[7-9]|20\d)\d\b/;
const stamp = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+(?:\w{3}\s+\d|\d{1,2}\s+\w{3}\b)/;

/**
 * The line "From somebody Mon Nov 23 06:30:31 2026" that begins a message in an mbox, or undefined.
 * Programs do not always escape a sentence that begins with "From ", nor leave a blank line before
 * a message: after a blank line a time and a year are enough, elsewhere it takes a whole date.
 */
export function readEnvelope(line: Uint8Array, afterBlank: boolean): string | undefined {
	if (!saysFrom(line) || line.length > longest || !line.includes(colon)) return undefined;
	const text = String.fromCharCode(...line).trimEnd();
	const dated = time.test(text) && year.test(text);
	return dated && (afterBlank || stamp.test(text)) ? text : undefined;
}

function saysFrom(line: Uint8Array): boolean {
	const [f, r, o, m, space] = line.subarray(0, 5);
	return f === 70 && r === 114 && o === 111 && m === 109 && space === 32;
}
