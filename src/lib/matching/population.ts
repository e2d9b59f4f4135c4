import { z } from 'zod';
import type { Learnt } from '#lib/matching/learnt.ts';
import { level, levelCount } from '#lib/matching/level.ts';
import { fieldAt, fieldCount, matchFields } from '#lib/matching/match-field.ts';
import { firstModel, type MatchModel } from '#lib/matching/match-model.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import { surpriseOf } from '#lib/matching/rarity.ts';
import { type ColumnField, columnFields } from '#lib/matching/record-reader.ts';
import { type Scorer, scorerOf } from '#lib/matching/score.ts';
import { everyText } from '#lib/matching/text-pool.ts';

/** What was learnt of a community's people, and may be kept: how often values occur, not the values. */
export interface Population {
	model: MatchModel;
	people: number;
	/** How many people have a value, by a hash of it; only what three or more have. */
	holders: ReadonlyMap<ColumnField, ReadonlyMap<number, number>>;
}

/** Fewer say no more than one does; see rarity. */
const fewest = 3;

/**
 * As in a very large community, and no value rarer than usual: as long as nothing was learnt a name
 * alone joins nobody, and is asked about.
 */
export const unknownPopulation: Population = {
	model: firstModel(500_000),
	people: 1,
	holders: new Map()
};

/** What of a lesson is kept. */
export function populationOf({ model, people, holders }: Learnt): Population {
	const kept = columnFields.map((field) => {
		const common = [...(holders.get(field) ?? [])].filter(([, count]) => count >= fewest);
		return [field, new Map(common.map(([text, count]) => [hashOf(text), count]))] as const;
	});
	return { model, people, holders: new Map(kept) };
}

/**
 * Weighs the pairs of a table of any few of these people. What a pair says depends on the two alone,
 * not on who else stands in the table; compare the lesser place with the greater.
 */
export function scorerAmong({ model, people, holders }: Population, table: MatchTable): Scorer {
	const rarity = matchFields.map((field) => {
		if (field === 'order') return undefined;
		const column = table.columns[field];
		const known = holders.get(field);
		column.holders = Int32Array.from(
			everyText(column.texts),
			(text) => known?.get(hashOf(text)) ?? 1
		);
		const usual = model.u[fieldAt[field] * levelCount + level.exact] ?? 0;
		return surpriseOf(column.holders, people, usual);
	});
	return scorerOf(model, rarity);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1)
		value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	return value >>> 0;
}

const shares = z.array(z.number()).length(fieldCount * levelCount);
const shape = z.object({
	prior: z.number(),
	household: z.number(),
	workplace: z.number(),
	m: shares,
	u: shares,
	people: z.int(),
	holders: z.record(z.string(), z.array(z.tuple([z.int(), z.int()])))
});

/** A population as JSON. */
export function writePopulation({ model, people, holders }: Population): string {
	const common = Object.fromEntries([...holders].map(([field, counts]) => [field, [...counts]]));
	const { m, u } = model;
	return JSON.stringify({ ...model, m: [...m], u: [...u], people, holders: common });
}

/** Reads that again; what an earlier version learnt of other fields is as if nothing was learnt. */
export function readPopulation(kept: unknown): Population {
	const read = shape.safeParse(kept);
	if (!read.success) return unknownPopulation;
	const { m, u, people, holders, ...model } = read.data;
	const counts = columnFields.map((field) => [field, new Map(holders[field])] as const);
	return {
		model: { ...model, m: Float64Array.from(m), u: Float64Array.from(u) },
		people,
		holders: new Map(counts)
	};
}
