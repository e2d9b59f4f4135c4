import { readHeaders } from '#lib/importers/email-headers.ts';
import { readMessage, refusedMessage } from '#lib/importers/email-message.ts';
import type { ImportFormat, ImportRow, TextChunks } from '#lib/importers/record.ts';

/** In characters, as much as a mailbox grants. */
const longestHeaders = 262_144;
/** Apple Mail writes the length before the message. */
const appleLength = /^\d+[ \t]*\r?\n/;
const telling = [
	'date',
	'to',
	'cc',
	'message-id',
	'received',
	'return-path',
	'mime-version',
	'subject'
];

/** One message in a file of its own, .eml or .emlx; of the body nothing is read. */
export const emailFile: ImportFormat = {
	format: 'email',
	recognise: (head) => {
		const text = withoutLength(head);
		if (!/^[!-9;-~]+[ \t]*:/.test(text)) return false;
		const headers = readHeaders(headersOf(text) ?? text);
		return headers.has('from') && telling.some((name) => headers.has(name));
	},
	rows
};

async function* rows(chunks: TextChunks): AsyncGenerator<ImportRow> {
	let text = '';
	for await (const chunk of chunks) {
		text += chunk;
		if (headersOf(text) !== undefined || text.length > longestHeaders) break;
	}
	yield rowOf(text);
}

function rowOf(text: string): ImportRow {
	const headers = headersOf(text) ?? '';
	const place = { line: 1, envelope: '' };
	if (headers !== '') return readMessage(withoutLength(headers), place);
	if (text.length > longestHeaders) return refusedMessage(1, 'too_long');
	// A message without a body may do without the blank line, but not without the end of a line.
	return text.endsWith('\n')
		? readMessage(withoutLength(text), place)
		: refusedMessage(1, 'incomplete');
}

/** As far as the blank line; undefined where it has not come yet. */
function headersOf(text: string): string | undefined {
	const end = /\n\r?\n/.exec(text);
	return end ? text.slice(0, end.index + 1) : undefined;
}

function withoutLength(text: string): string {
	return text.replace(appleLength, '');
}
