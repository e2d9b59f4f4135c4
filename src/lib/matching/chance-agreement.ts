import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { level, levelCount } from '#lib/matching/level.ts';
import { fieldCount, matchFields } from '#lib/matching/match-field.ts';
import type { MatchModel } from '#lib/matching/match-model.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';
import { peopleHolding } from '#lib/matching/people-holding.ts';
import { numbersFrom } from '#lib/matching/seeded-numbers.ts';

/**
 * How often two people have the very same value of each field by chance, from how many have each:
 *
 *     chance = (Σ n(v) · (n(v) − 1) + s·u) / (n · (n − 1) + s),  s = min(2000, 1 / u)
 */
export function sameByChance(
	table: MatchTable,
	first: MatchModel,
	personOf: Int32Array
): Float64Array {
	return Float64Array.from(matchFields, (field, at) => {
		const usual = first.u[at * levelCount + level.exact] ?? 0;
		if (field === 'order') return usual;
		const { holders, people } = peopleHolding(table.columns[field], personOf);
		let pairs = 0;
		for (const count of holders) pairs += count * (count - 1);
		const strength = Math.min(2000, 1 / usual);
		return (pairs + usual * strength) / (people * Math.max(0, people - 1) + strength);
	});
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
