import type { RefusedRow } from '#lib/importers/record.ts';

/**
 * Refused rows as CSV for a spreadsheet (UTF-8 with its mark, CRLF). A cell that a spreadsheet would
 * take for a formula begins with an apostrophe, so that a hostile file cannot act through it.
 */
export function refusedCsv(
	rows: readonly Pick<RefusedRow, 'line' | 'excerpt'>[],
	words: { header: readonly [string, string, string]; reasons: readonly string[] }
): string {
	const lines = rows.map(({ line, excerpt }, index) => [
		String(line),
		words.reasons[index] ?? '',
		excerpt
	]);
	const text = [words.header, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n');
	return `\ufeff${text}\r\n`;
}

function cell(text: string): string {
	const tame = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return `"${tame.replaceAll('"', '""')}"`;
}
