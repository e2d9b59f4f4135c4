/**
 * A line of a CSV for a spreadsheet (CRLF at its end). A cell that a spreadsheet would take for a
 * formula begins with an apostrophe, so that a hostile file cannot act through it.
 */
export function csvLine(cells: readonly string[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

/** By which spreadsheets know that a file is UTF-8. */
export const csvMark = '\ufeff';

function cell(text: string): string {
	const tame = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return `"${tame.replaceAll('"', '""')}"`;
}
