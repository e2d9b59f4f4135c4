import { level, levelCount } from '#lib/matching/level.ts';
import { fieldAt, matchFields } from '#lib/matching/match-field.ts';
import type { MatchModel } from '#lib/matching/match-model.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import { peopleHolding } from '#lib/matching/people-holding.ts';
import { type Rarity, surpriseOf } from '#lib/matching/rarity.ts';
import { type ColumnField, columnFields } from '#lib/matching/record-reader.ts';
import { everyText, textAt } from '#lib/matching/text-pool.ts';

/** What was learnt of a population, without its records: enough to compare a new one with some of it. */
export interface Learnt {
	model: MatchModel;
	people: number;
	/** How many people have a value, where more than one has. */
	holders: ReadonlyMap<ColumnField, ReadonlyMap<string, number>>;
}

/** Keeps what a table taught, given who is who in it. */
export function keepLearnt(table: MatchTable, model: MatchModel, personOf: Int32Array): Learnt {
	const holders = new Map<ColumnField, Map<string, number>>();
	for (const field of columnFields) {
		const column = table.columns[field];
		const counts = peopleHolding(column, personOf).holders;
		const common = new Map<string, number>();
		for (const [id, count] of counts.entries())
			if (count > 1) common.set(textAt(column.texts, id), count);
		holders.set(field, common);
	}
	return { model, people: new Set(personOf).size, holders };
}

/** How rare the values of another table are among the people of whom this was learnt. */
export function rarityAmong({ model, people, holders }: Learnt, table: MatchTable): Rarity {
	return matchFields.map((field) => {
		if (field === 'order') return undefined;
		const { texts } = table.columns[field];
		const known = holders.get(field);
		const counts = Int32Array.from(everyText(texts), (text) => known?.get(text) ?? 1);
		const usual = model.u[fieldAt[field] * levelCount + level.exact] ?? 0;
		return surpriseOf(counts, people, usual);
	});
}
