import type { TextChunks } from '#lib/importers/record.ts';

/** The same text with every line ended by \n, whoever wrote it (\r\n Windows, \r the old Mac). */
export function unixText(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** As unixText, piece by piece. */
export async function* unixLines(chunks: TextChunks): AsyncGenerator<string> {
	let held = '';
	for await (const chunk of chunks) {
		const text = held + chunk;
		held = text.endsWith('\r') ? '\r' : '';
		yield unixText(held === '' ? text : text.slice(0, -1));
	}
	if (held !== '') yield '\n';
}
