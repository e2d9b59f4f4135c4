import { z } from 'zod';
import { levelNames } from '#lib/matching/level.ts';
import { matchFields } from '#lib/matching/match-field.ts';
import type { MatchReason } from '#lib/matching/match-reason.ts';
import { fillableFields, type Filling } from '#lib/matching/fill-blanks.ts';

const value = z.string().nullable();
const record = z.object({
	/** What the merge filled into the contact that was kept. */
	fields: z.partialRecord(z.enum(fillableFields), z.object({ from: value, to: value })),
	/** Rows of the hidden contact that show with the kept one, by table: their ids. */
	rows: z.record(z.string(), z.array(z.string())),
	/** Where acquaintances lead without the merge. */
	acquaintances: z.array(
		z.object({ id: z.string(), connectorId: z.string(), targetId: z.string() })
	)
});

/** What a merge moved and changed, all that is needed to give it back. */
export interface MergeRecord {
	fields: Filling;
	rows: Record<string, string[]>;
	acquaintances: HomeAcquaintance[];
}

/** An acquaintance as it is while nobody is merged. */
export interface HomeAcquaintance {
	id: string;
	connectorId: string;
	targetId: string;
}

/** A merge that has moved nothing yet. */
export function emptyRecord(): MergeRecord {
	return { fields: {}, rows: {}, acquaintances: [] };
}

/** Reads merges.before. */
export function readRecord(kept: unknown): MergeRecord {
	return record.parse(kept);
}

const reason = z.object({
	field: z.enum(matchFields),
	level: z.enum(levelNames).exclude(['missing']),
	weight: z.number()
});

/** Reads merges.reasons and likenesses.reasons; what an earlier version called otherwise is left out. */
export function readReasons(kept: unknown): MatchReason[] {
	const some = Array.isArray(kept) ? kept : [];
	return some.flatMap((one) => reason.safeParse(one).data ?? []);
}
