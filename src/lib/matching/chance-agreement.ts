import type { Column } from '#lib/matching/column.ts';
import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { level, levelCount } from '#lib/matching/level.ts';
import { fieldCount, matchFields } from '#lib/matching/match-field.ts';
import type { MatchModel } from '#lib/matching/match-model.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import { peopleHolding } from '#lib/matching/people-holding.ts';
import { numbersFrom } from '#lib/matching/seeded-numbers.ts';

/** As if so many pairs had been seen that are as the first model says. */
const believed = 2000;

/**
 * How often two records agree by chance, by field × levelCount + level: as `drawn` pairs do; the same
 * value, too rare for that, from how many people have each value:
 *
 *     chance(exact) = Σ n(v) · (n(v) − 1) / (n · (n − 1))
 */
export function chanceAgreement(
	table: MatchTable,
	first: MatchModel,
	personOf: Int32Array,
	drawn: Float64Array
): Float64Array {
	const shares = new Float64Array(first.u.length);
	for (const [field, name] of matchFields.entries()) {
		const row = field * levelCount;
		if (name === 'order') {
			shares.set(first.u.subarray(row, row + levelCount), row);
			continue;
		}
		const known = drawn.subarray(row + 1, row + levelCount).reduce((sum, each) => sum + each, 0);
		for (let at = row + 1; at < row + levelCount; at += 1)
			shares[at] = ((drawn[at] ?? 0) + believed * (first.u[at] ?? 0)) / (known + believed);
		const usual = first.u[row + level.exact] ?? 0;
		shares[row + level.exact] = sameByChance(table.columns[name], personOf, usual);
	}
	return shares;
}

/**
 * The levels of pairs of records, counted by field × levelCount + level: of `count` pairs drawn with a
 * seed, or of all pairs where there are fewer.
 */
export function drawnLevels(table: MatchTable, count: number, seed: number): Float64Array {
	const seen = new Float64Array(fieldCount * levelCount);
	const room = roomFor(1);
	for (const [a, b] of drawnPairs(table.count, count, seed)) {
		compareRecords(table, a, b, room, 0);
		for (let field = 0; field < fieldCount; field += 1) {
			const place = field * levelCount + (room.levels[field] ?? 0);
			seen[place] = (seen[place] ?? 0) + 1;
		}
	}
	return seen;
}

function* drawnPairs(records: number, count: number, seed: number): Generator<[number, number]> {
	if ((records * (records - 1)) / 2 <= count) {
		for (let a = 0; a < records; a += 1) for (let b = a + 1; b < records; b += 1) yield [a, b];
		return;
	}
	const draw = numbersFrom(seed);
	for (let drawn = 0; drawn < count; drawn += 1) {
		const a = draw(records);
		yield [a, (a + 1 + draw(records - 1)) % records];
	}
}

function sameByChance(column: Column, personOf: Int32Array, usual: number): number {
	const { holders, people } = peopleHolding(column, personOf);
	let pairs = 0;
	for (const count of holders) pairs += count * (count - 1);
	const strength = Math.min(believed, 1 / usual);
	return (pairs + usual * strength) / (people * Math.max(0, people - 1) + strength);
}
