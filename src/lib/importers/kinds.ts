import { z } from 'zod';
import type { ImportRow } from '#lib/importers/record.ts';

const kinds = z.record(z.string(), z.int());

/** How many records of which kind; `person`: contacts made of those with whom letters went both ways. */
export type Kinds = z.infer<typeof kinds>;

/** Reads what the table keeps; nothing where it makes no sense. */
export function readKinds(kept: unknown): Kinds {
	return kinds.safeParse(kept).data ?? {};
}

/** How many records of which kind are among these rows. */
export function kindsIn(rows: readonly ImportRow[]): Kinds {
	const found: Kinds = {};
	for (const row of rows)
		if (row.kind === 'record') found[row.record.kind] = (found[row.record.kind] ?? 0) + 1;
	return found;
}

/** Both added up. */
export function addKinds(one: unknown, other: unknown): Kinds {
	const sum = { ...readKinds(one) };
	for (const [kind, count] of Object.entries(readKinds(other)))
		sum[kind] = (sum[kind] ?? 0) + count;
	return sum;
}
