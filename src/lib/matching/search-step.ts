import { z } from 'zod';
import type { ColumnValues } from '#lib/matching/column.ts';
import type { MatchModel } from '#lib/matching/match-model.ts';
import { byField, columnFields, type FieldValues } from '#lib/matching/record-reader.ts';

const values: z.ZodType<ColumnValues> = z.object({
	ids: z.instanceof(Int32Array),
	from: z.instanceof(Int32Array),
	texts: z.object({ codes: z.instanceof(Uint16Array), from: z.instanceof(Uint32Array) }),
	holders: z.instanceof(Int32Array)
});
const fields: z.ZodType<FieldValues> = z.object(
	byField(columnFields.map((field) => [field, values] as const))
);

/** What a thread that searches for pairs begins with; all rows are shared, none is copied. */
export const searchStart = z.object({
	fields,
	keys: z.instanceof(Uint32Array),
	share: z.object({ part: z.number(), parts: z.number() })
});

const model: z.ZodType<MatchModel> = z.object({
	prior: z.number(),
	household: z.number(),
	workplace: z.number(),
	m: z.instanceof(Float64Array),
	u: z.instanceof(Float64Array)
});

/** What it is told to do next. All threads do each step before any does the next. */
export const searchStep = z.discriminatedUnion('step', [
	z.object({ step: z.literal('keys'), first: z.number(), last: z.number() }),
	z.object({ step: z.literal('meet') }),
	z.object({ step: z.literal('find') }),
	z.object({ step: z.literal('sample'), every: z.number() }),
	z.object({
		step: z.literal('weigh'),
		model,
		rarity: z.array(z.instanceof<typeof Float32Array<ArrayBufferLike>>(Float32Array).optional()),
		least: z.number()
	})
]);

export type SearchStep = z.infer<typeof searchStep>;

/** What it answers: nothing, how many pairs, some of them, or those that are likely. */
export const searchAnswer = {
	done: z.object({}),
	found: z.object({ found: z.number() }),
	pairs: z.object({ a: z.instanceof(Int32Array), b: z.instanceof(Int32Array) }),
	weighed: z.object({
		a: z.instanceof(Int32Array),
		b: z.instanceof(Int32Array),
		odds: z.instanceof(Float64Array)
	})
};
