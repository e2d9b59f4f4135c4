import type { TextChunks } from '#lib/importers/record.ts';

/** Characters in which a format is recognised and its header looked for. */
const headLength = 65_536;

/** Reads the first `headLength` characters (fewer where the text is shorter) ahead of the rest. */
export async function takeHead(
	chunks: TextChunks
): Promise<{ head: string; rest: AsyncGenerator<string> }> {
	const pieces = iterate(chunks);
	let text = '';
	while (text.length < headLength) {
		const next = await pieces.next();
		if (next.done) break;
		text += next.value;
	}
	return { head: text.slice(0, headLength), rest: continued(text.slice(headLength), pieces) };
}

async function* iterate(chunks: TextChunks): AsyncGenerator<string> {
	yield* chunks;
}

async function* continued(first: string, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
	if (first !== '') yield first;
	yield* pieces;
}
