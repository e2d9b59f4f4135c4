import { excerptOf } from '#lib/importers/cell.ts';
import type { ImportFormat, ImportRow, TextChunks } from '#lib/importers/record.ts';
import { takeHead } from '#lib/importers/text-head.ts';
import { unixLines } from '#lib/importers/text-lines.ts';
import { readCard } from '#lib/importers/vcard-contact.ts';
import { cardReader, type CardPiece } from '#lib/importers/vcard-reader.ts';

/** Address cards of any program: vCard 2.1, 3.0 and 4.0, as many as a file has. */
export const vcard: ImportFormat = {
	format: 'vcard',
	recognise: (head) => /^\s*(?:[a-z0-9-]+\.)?BEGIN:\s*VCARD/i.test(head),
	rows
};

/** Characters read before the cards in them are given: a whole file may come in one piece. */
const atOnce = 65_536;

async function* rows(chunks: TextChunks): AsyncGenerator<ImportRow> {
	const reader = cardReader();
	const { head, rest } = await takeHead(chunks);
	const whole = joined(head, rest);
	for await (const text of head.includes('\n') ? whole : unixLines(whole)) {
		for (let at = 0; at < text.length; at += atOnce) {
			for (const piece of reader.read(text.slice(at, at + atOnce))) yield rowOf(piece);
		}
	}
	for (const piece of reader.end()) yield rowOf(piece);
}

async function* joined(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
	yield head;
	yield* rest;
}

function rowOf(piece: CardPiece): ImportRow {
	if (piece.kind === 'card') return readCard(piece.properties, piece.line);
	const reason = piece.kind === 'incomplete' ? 'incomplete' : 'unreadable';
	return { kind: 'refused', line: piece.line, reason, excerpt: excerptOf(piece.excerpt) };
}
