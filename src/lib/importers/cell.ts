/** A cell as it is kept: one line, no control characters, no spaces around or doubled. */
export function cleanCell(cell: string): string {
	if (cell === '' || tidy.test(cell)) return cell;
	return cell.replace(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ').trim();
}

const word = '[^\\s\\0-\\x1f\\x7f-\\x9f\\u200b]+';
const tidy = new RegExp(`^${word}(?: ${word})*$`);

/** The beginning of a row, short enough to show. */
export function excerptOf(row: string): string {
	const clean = cleanCell(row.slice(0, 400));
	return clean.length > 120 ? `${[...clean].slice(0, 119).join('')}…` : clean;
}

/** The tidied text of a cell; undefined where it is empty or was filled in as a void. */
export function toldIn(cell: string): string | undefined {
	if (cell === '') return undefined;
	const text = cleanCell(cell);
	return text === '' || isFill(text) ? undefined : text;
}

/** What some tools write into every cell that was empty. */
export function isFill(cell: string): boolean {
	return cell.length < 5 && (cell === 'NA' || cell === 'N/A' || cell === '#N/A');
}
