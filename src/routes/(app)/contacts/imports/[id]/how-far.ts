import type { Counts } from '#lib/importers/plan-batch.ts';

/** Rows whose outcome is known. */
export function rowsOf({ created, updated, unchanged, refused }: Counts): number {
	return created + updated + unchanged + refused;
}
