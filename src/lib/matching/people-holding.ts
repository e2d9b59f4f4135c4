import type { Column } from '#lib/matching/column.ts';

/** Whole numbers up to 2⁵³ hold a value and a person beside each other. */
const personBits = 2 ** 21;

/** How many people have each value of a column, and how many have any; `personOf` each record. */
export function peopleHolding(
	{ ids, from, holders }: Column,
	personOf: Int32Array
): { holders: Int32Array; people: number } {
	const held = new Float64Array(ids.length);
	const anyone = new Set<number>();
	for (let record = 0; record + 1 < from.length; record += 1) {
		const person = personOf[record] ?? record;
		const last = from[record + 1] ?? 0;
		for (let at = from[record] ?? 0; at < last; at += 1)
			held[at] = (ids[at] ?? 0) * personBits + person;
		if ((from[record] ?? 0) < last) anyone.add(person);
	}
	held.sort();
	return { holders: countDistinct(held, holders.length), people: anyone.size };
}

function countDistinct(held: Float64Array, values: number): Int32Array {
	const people = new Int32Array(values);
	for (const [at, each] of held.entries()) {
		if (at > 0 && each === held[at - 1]) continue;
		const id = Math.floor(each / personBits);
		people[id] = (people[id] ?? 0) + 1;
	}
	return people;
}
