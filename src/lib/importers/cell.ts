/** A cell as it is kept: one line, no control characters, no spaces around or doubled. */
export function cleanCell(cell: string): string {
	return cell !== '' && untidy.test(cell)
		? cell.replace(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ').trim()
		: cell;
}

const untidy = /[^\S ]|\p{Cc}|\u200b| (?: |$)|^ /u;

/** The beginning of a row, short enough to show. */
export function excerptOf(row: string): string {
	const clean = cleanCell(row.slice(0, 400));
	return clean.length > 120 ? `${[...clean].slice(0, 119).join('')}…` : clean;
}

/** What some tools write into every cell that was empty. */
export function isFill(cell: string): boolean {
	return cell.length < 5 && (cell === 'NA' || cell === 'N/A' || cell === '#N/A');
}
