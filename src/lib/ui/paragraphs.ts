/** The paragraphs of a plain text: split at empty lines, line ends kept inside a paragraph. */
export function paragraphsOf(text: string): string[] {
	return text
		.replace(/\r\n?/g, '\n')
		.split(/\n[ \t]*\n+/)
		.map((paragraph) => paragraph.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, ''))
		.filter((paragraph) => paragraph.trim() !== '');
}

/** A place in a text, from `start` (included) to `end` (excluded), in UTF-16 units. */
export interface Mark {
	start: number;
	end: number;
}

/** The text cut into pieces, marked or not; marks out of range or overlapping an earlier one are dropped. */
export function pieces(text: string, marks: readonly Mark[]): { text: string; marked: boolean }[] {
	const cut: { text: string; marked: boolean }[] = [];
	let at = 0;
	for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
		if (mark.start < at || mark.end <= mark.start || mark.end > text.length) continue;
		if (mark.start > at) cut.push({ text: text.slice(at, mark.start), marked: false });
		cut.push({ text: text.slice(mark.start, mark.end), marked: true });
		at = mark.end;
	}
	if (at < text.length) cut.push({ text: text.slice(at), marked: false });
	return cut;
}
