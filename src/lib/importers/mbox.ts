import type { ByteChunks } from '#lib/importers/decode.ts';
import { headerText } from '#lib/importers/email-headers.ts';
import { readMessage, refusedMessage } from '#lib/importers/email-message.ts';
import { type PeopleReader, peopleReader } from '#lib/importers/email-people.ts';
import { readEnvelope } from '#lib/importers/mbox-envelope.ts';
import { MboxSplitter, type HeaderBlock } from '#lib/importers/mbox-split.ts';
import type { ByteFormat, ImportRow } from '#lib/importers/record.ts';

/** A mailbox in one file, of Google Takeout or any mail program; only headers are read. */
export const mbox: ByteFormat = {
	format: 'mbox',
	recognise: (head) => {
		const [first = ''] = head.trimStart().split('\n', 1);
		return readEnvelope(new TextEncoder().encode(first), true) !== undefined;
	},
	rowsOfBytes
};

async function* rowsOfBytes(bytes: ByteChunks): AsyncGenerator<ImportRow> {
	const splitter = new MboxSplitter();
	const people = peopleReader();
	const imported = (block: HeaderBlock) => rowOf(block, people);
	for await (const chunk of bytes) yield* splitter.feed(chunk).map(imported);
	yield* splitter.end().map(imported);
}

function rowOf(block: HeaderBlock, people: PeopleReader): ImportRow {
	return block.end === 'whole'
		? readMessage(headerText(block.bytes), block, people)
		: refusedMessage(block.line, block.end);
}
