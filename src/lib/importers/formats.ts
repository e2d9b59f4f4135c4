import { takeByteHead } from '#lib/importers/byte-head.ts';
import { calendar } from '#lib/importers/calendar.ts';
import { decodeText, type ByteChunks } from '#lib/importers/decode.ts';
import { emailFile } from '#lib/importers/email-file.ts';
import { linkedinConnections } from '#lib/importers/linkedin-connections.ts';
import { mbox } from '#lib/importers/mbox.ts';
import type { ByteFormat, FormatName, ImportFormat, ImportRow } from '#lib/importers/record.ts';
import { vcard } from '#lib/importers/vcard.ts';

/** Every format that is understood, the most particular first. */
const formats: readonly (ImportFormat | ByteFormat)[] = [
	linkedinConnections,
	vcard,
	mbox,
	calendar,
	emailFile
];

/** Why a file is not read at all. `compressed`: a ZIP archive, which an Excel workbook is too. */
export type FileRefusal = 'empty_file' | 'compressed' | 'unknown_format';

export type OpenedImport =
	| { ok: true; format: FormatName; rows: AsyncGenerator<ImportRow> }
	| { ok: false; refusal: FileRefusal };

/** Recognises a file by what is in it, never by its name, and gives its rows as they are read. */
export async function openImport(bytes: ByteChunks): Promise<OpenedImport> {
	const { head, whole } = await takeByteHead(bytes);
	const text = (await Array.fromAsync(decodeText([head]))).join('');
	if (text.trim() === '') return { ok: false, refusal: 'empty_file' };
	if (text.startsWith('PK\u0003\u0004')) return { ok: false, refusal: 'compressed' };
	const found = formats.find((format) => format.recognise(text));
	if (!found) return { ok: false, refusal: 'unknown_format' };
	const rows = 'rowsOfBytes' in found ? found.rowsOfBytes(whole) : found.rows(decodeText(whole));
	return { ok: true, format: found.format, rows };
}
