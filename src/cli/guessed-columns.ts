import { open } from 'node:fs/promises';
import { decodeText } from '#lib/importers/decode.ts';
import { seeTable } from '#lib/importers/mapped-contacts.ts';

/** Bytes in which a table is looked for. */
const lookedAt = 65_536;

/** What the columns of a table of people were taken for, from the left: "E-Mail = email". */
export async function guessedColumns(path: string): Promise<string[] | undefined> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(lookedAt), 0, lookedAt, 0);
		const text = (await Array.fromAsync(decodeText([buffer.subarray(0, bytesRead)]))).join('');
		const seen = seeTable(text);
		return seen?.guess.fields.map(
			(field, at) => `${seen.header?.[at] ?? `column ${at + 1}`} = ${field ?? 'left out'}`
		);
	} finally {
		await file.close();
	}
}
