import { z } from 'zod';

const scalar = ['givenName', 'familyName', 'company', 'position'] as const;
/** Fields that a file may also tell: what a member typed there by hand is never replaced by it. */
export type ToldField = (typeof scalar)[number];
export const toldFields: readonly ToldField[] = scalar;

const detail = z.object({
	kind: z.enum(['email', 'phone', 'profile', 'link']),
	normalised: z.string()
});

/** What can happen to a contact. Unknown kinds are left out of its history, never an error. */
const contactEvent = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('created') }),
	z.object({
		kind: z.literal('edited'),
		/** Names of the columns or groups that changed, such as `company` or `emails`. */
		fields: z.array(z.string()).default([]),
		/** Details taken away by hand: an import does not bring them back. */
		removed: z.array(detail).default([])
	}),
	z.object({
		kind: z.literal('imported'),
		importId: z.string(),
		/** Inside an archive; else empty. */
		file: z.string().default(''),
		line: z.int().optional(),
		/** Absent when the file created the contact. */
		changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })).optional(),
		/** When the contact had last changed until then. */
		before: z.string().optional(),
		/** Values of the file that made no sense. */
		unread: z.array(z.object({ field: z.string(), value: z.string() })).default([])
	}),
	z.object({
		kind: z.literal('details_released'),
		kinds: z.array(z.enum(['email', 'phone'])),
		/** Name of the person who opened the door. */
		through: z.string().default('')
	}),
	/** What others may know of it changed. */
	z.object({
		kind: z.literal('shared'),
		sharing: z.enum(['private', 'blind', 'visible']),
		/** For what it was chosen. */
		by: z.enum(['book', 'import', 'contact']),
		/** An earlier choice was taken back. */
		undone: z.boolean().default(false)
	}),
	/** By hand, outside of the application; its text is not kept. */
	z.object({ kind: z.literal('written') }),
	/** Not to be suggested again as somebody to write to. */
	z.object({ kind: z.literal('set_aside') }),
	z.object({ kind: z.literal('deleted') }),
	z.object({ kind: z.literal('restored') })
]);

export type ContactEvent = z.infer<typeof contactEvent>;

/** An event as the table keeps it: its kind apart from the rest. */
export function eventColumns(event: ContactEvent): { kind: string; detail: string } {
	const { kind, ...rest } = event;
	return { kind, detail: JSON.stringify(rest) };
}

/** Reads a row back; undefined when it was written by a version that knows more. */
export function readEvent(row: { kind: string; detail: unknown }): ContactEvent | undefined {
	const detail = typeof row.detail === 'object' ? row.detail : {};
	const read = contactEvent.safeParse({ ...detail, kind: row.kind });
	return read.success ? read.data : undefined;
}
