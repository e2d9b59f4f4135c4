/** Characters of a line that are read: a photo may go on for megabytes. */
export const longestLine = 32_768;

export type TakeLine = (line: string, number: number) => void;

/**
 * The lines of a text that comes in pieces (ended by \n or \r\n), numbered from 1. Of a line no more than
 * `longestLine` is kept. How the text is cut into pieces makes no difference.
 */
export function lineReader() {
	let rest = '';
	let number = 0;

	function read(text: string, take: TakeLine): void {
		let at = 0;
		for (;;) {
			const end = text.indexOf('\n', at);
			if (rest === '' && end !== -1 && end - at <= longestLine) {
				number += 1;
				take(text.slice(at, text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end), number);
				at = end + 1;
				continue;
			}
			const piece = text.slice(at, end === -1 ? at + longestLine : Math.min(end, at + longestLine));
			const line = rest === '' ? piece : (rest + piece).slice(0, longestLine);
			rest = end === -1 ? line : '';
			if (end === -1) return;
			number += 1;
			take(line.endsWith('\r') ? line.slice(0, -1) : line, number);
			at = end + 1;
		}
	}

	function end(take: TakeLine): void {
		if (rest !== '') take(rest.replace(/\r$/, ''), number + 1);
		rest = '';
	}

	return { read, end };
}
