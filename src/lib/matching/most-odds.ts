import { hasValue, type ColumnValues } from '#lib/matching/column.ts';
import { type Comparison, compareNamesOf } from '#lib/matching/compare-records.ts';
import { level } from '#lib/matching/level.ts';
import { fieldAt } from '#lib/matching/match-field.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import { sharedBits } from '#lib/matching/near-people.ts';
import { isPlace, type Scorer, sharedWeight } from '#lib/matching/score.ts';

const { household, workplace } = sharedBits;

const { givenName, familyName, order, spelling, employer } = fieldAt;

/**
 * The most that the odds of two records can come to, in bits: from their names, which it compares into
 * `room`, and from the values that are the very same. Whatever is not the same is taken to be as near
 * as can be. Most pairs that share a key stay far below any threshold even so, and need no closer look.
 *
 *     odds ≤ min(kind(one person), kind(one person) − kind(household), … − kind(workplace))
 */
export function mostOddsOf(
	table: MatchTable,
	{ before, weightOf, nearest, same }: Scorer
): (a: number, b: number, room: Comparison) => number {
	const { columns, plain } = table;
	const isWhole = (record: number) =>
		hasValue(columns.givenName, record) && hasValue(columns.familyName, record);
	const employed = (a: number, b: number) => sharedValue(columns.company, a, columns.employer, b);
	const [strangers, roof, desk] = before;
	let [one, overRoof, overDesk] = [0, 0, 0];

	function add(field: number, weight: number): void {
		one += weight;
		if (isPlace[field] === true) return;
		overRoof += weight - sharedWeight(household[field], weight);
		overDesk += weight - sharedWeight(workplace[field], weight);
	}

	return (a, b, room) => {
		[one, overRoof, overDesk] = [strangers, strangers - roof, strangers - desk];
		compareNamesOf(table, a, b, room, 0);
		for (const field of nameFields) add(field, weightOf(room, 0, field));
		for (const { at: field, column } of plain) {
			const value = sharedValue(column, a, column, b);
			if (value === unknown) continue;
			room.levels[field] = level.exact;
			room.agreed[field] = value;
			add(field, value === none ? (nearest[field] ?? 0) : weightOf(room, 0, field));
		}
		if (isWhole(a) !== isWhole(b) && sharedValue(columns.spelling, a, columns.spelling, b) >= 0)
			add(spelling, same[spelling] ?? 0);
		const value = Math.max(employed(a, b), employed(b, a));
		if (value !== unknown) add(employer, (value === none ? nearest : same)[employer] ?? 0);
		return Math.min(one, overRoof, overDesk);
	};
}

const nameFields = [givenName, familyName, order];

const unknown = -2;
const none = -1;

/** The first value of the one that the other has as well. */
function sharedValue(one: ColumnValues, a: number, other: ColumnValues, b: number): number {
	const firstA = one.from[a] ?? 0;
	const lastA = one.from[a + 1] ?? 0;
	const firstB = other.from[b] ?? 0;
	const lastB = other.from[b + 1] ?? 0;
	if (firstA === lastA || firstB === lastB) return unknown;
	for (let i = firstA; i < lastA; i += 1)
		for (let j = firstB; j < lastB; j += 1)
			if (one.ids[i] === other.ids[j]) return one.ids[i] ?? none;
	return none;
}
