import * as z from 'zod';
import type { FileNote } from '#lib/importers/file-refusal.ts';

const reason = z.enum([
	'empty_file',
	'unknown_format',
	'linkedin_without_contacts',
	'compressed',
	'office_document',
	'encrypted',
	'damaged',
	'incomplete',
	'bomb',
	'nothing_inside'
]);
const note = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('skipped'), file: z.string(), reason }),
	z
		.object({ kind: z.literal('broken'), file: z.string().optional(), reason })
		.transform(({ file, ...rest }) => (file === undefined ? rest : { ...rest, file }))
]);

/** Reads what the table keeps of a file; what makes no sense is left out. */
export function readNotes(kept: unknown): FileNote[] {
	const notes = z.array(z.unknown()).safeParse(kept).data ?? [];
	return notes.flatMap((one) => note.safeParse(one).data ?? []);
}
