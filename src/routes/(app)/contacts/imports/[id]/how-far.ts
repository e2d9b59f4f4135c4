import type { Counts } from '#lib/importers/plan-batch.ts';

/** Rows whose outcome is known. */
export function rowsOf({ created, updated, unchanged, refused }: Counts): number {
	return created + updated + unchanged + refused;
}

const tables = /^(linkedin-(?!archive|messages)|google-|outlook-|csv-|vcard)/;

/** Whether a file of this format is looked through before it is read. */
export function isSurveyed({ format }: { format: string | null }): boolean {
	return format !== null && !tables.test(format);
}
