import { ColumnBuilder, type ColumnValues } from '#lib/matching/column.ts';
import { contentKey, orderOf } from '#lib/matching/in-order.ts';
import { type MatchField, matchFields } from '#lib/matching/match-field.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { readValues } from '#lib/matching/read-values.ts';
import { TextPool, type Texts } from '#lib/matching/text-pool.ts';

/** A field that is read from records; `order` is not, it comes of comparing names. */
export type ColumnField = Exclude<MatchField, 'order'>;

/** What is read from records, as numbers and letters in rows. */
export type FieldValues = Readonly<Record<ColumnField, ColumnValues>>;

/** Records that were read. */
export interface ReadRecords {
	ids: readonly string[];
	fields: FieldValues;
}

/** Fields that have their values in common. */
const poolOf: Partial<Record<ColumnField, ColumnField>> = {
	familyName: 'givenName',
	employer: 'company'
};

/** Every field that is read, in the order of fields. */
export const columnFields = matchFields.filter((field): field is ColumnField => field !== 'order');

/**
 * Reads records one after another and keeps none of them. As they come, or `inOrder` of what they say
 * and of their ids, so that the order in which they came changes nothing.
 */
export function readRecords(records: Iterable<MatchRecord>, inOrder: boolean): ReadRecords {
	const pools = new Map(columnFields.map((field) => [field, new TextPool()]));
	const builders = columnFields.map((field) => {
		const pool = pools.get(poolOf[field] ?? field) ?? new TextPool();
		return { field, pool, builder: new ColumnBuilder(pool) };
	});
	const ids: string[] = [];
	const contents: number[] = [];
	for (const record of records) {
		const values = readValues(record);
		for (const { field, builder } of builders) builder.add(values[field]);
		ids.push(record.id);
		if (inOrder) contents.push(contentKey(record));
	}
	const order = inOrder ? orderOf(contents, ids) : undefined;
	const textsOf = new Map<TextPool, Texts>();
	const columns = builders.map(({ field, pool, builder }) => {
		const texts = textsOf.get(pool) ?? pool.texts();
		textsOf.set(pool, texts);
		return [field, builder.values(texts, order)] as const;
	});
	return { ids: order ? Array.from(order, (at) => ids[at] ?? '') : ids, fields: byField(columns) };
}

/** Puts what belongs to each field under its name. */
export function byField<Value>(
	pairs: readonly (readonly [ColumnField, Value])[]
): Record<ColumnField, Value> {
	return Object.fromEntries(pairs) as Record<ColumnField, Value>;
}
