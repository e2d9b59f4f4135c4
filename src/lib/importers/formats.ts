import { decodeText, type ByteChunks } from '#lib/importers/decode.ts';
import { linkedinConnections } from '#lib/importers/linkedin-connections.ts';
import type { FormatName, ImportFormat, ImportRow } from '#lib/importers/record.ts';
import { takeHead } from '#lib/importers/text-head.ts';
import { vcard } from '#lib/importers/vcard.ts';

/** Every format that is understood, the most particular first. */
const formats: readonly ImportFormat[] = [linkedinConnections, vcard];

/** Why a file is not read at all. `compressed`: a ZIP archive, which an Excel workbook is too. */
export type FileRefusal = 'empty_file' | 'compressed' | 'unknown_format';

export type OpenedImport =
	| { ok: true; format: FormatName; rows: AsyncGenerator<ImportRow> }
	| { ok: false; refusal: FileRefusal };

/** Recognises a file by what is in it, never by its name, and gives its rows as they are read. */
export async function openImport(bytes: ByteChunks): Promise<OpenedImport> {
	const { head, rest } = await takeHead(decodeText(bytes));
	if (head.trim() === '') return { ok: false, refusal: 'empty_file' };
	if (head.startsWith('PK\u0003\u0004')) return { ok: false, refusal: 'compressed' };
	const found = formats.find((format) => format.recognise(head));
	if (!found) return { ok: false, refusal: 'unknown_format' };
	return { ok: true, format: found.format, rows: found.rows(rejoined(head, rest)) };
}

async function* rejoined(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
	yield head;
	yield* rest;
}
