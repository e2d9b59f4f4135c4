import type { Column } from '#lib/matching/column.ts';

/** How many people have each value of a column, and how many have any; `personOf` each record. */
export function peopleHolding(
	column: Column,
	personOf: Int32Array
): { holders: Int32Array; people: number } {
	const { from, holders } = column;
	const { people, of } = peopleByValue(column, personOf);
	const distinct = new Int32Array(holders.length);
	// The value for which each person was last counted.
	const counted = new Int32Array(from.length).fill(-1);
	let at = 0;
	for (const [value, count] of holders.entries())
		for (const last = at + count; at < last; at += 1) {
			const person = of[at] ?? 0;
			if (counted[person] === value) continue;
			counted[person] = value;
			distinct[value] = (distinct[value] ?? 0) + 1;
		}
	return { holders: distinct, people };
}

/** The person of every value of every record, value by value: those of one stand side by side. */
function peopleByValue({ ids, from, holders }: Column, personOf: Int32Array) {
	const next = new Int32Array(holders.length);
	for (let value = 1; value < next.length; value += 1)
		next[value] = (next[value - 1] ?? 0) + (holders[value - 1] ?? 0);
	const of = new Int32Array(ids.length);
	const known = new Uint8Array(from.length);
	let people = 0;
	for (let record = 0; record + 1 < from.length; record += 1) {
		const person = personOf[record] ?? record;
		const last = from[record + 1] ?? 0;
		for (let at = from[record] ?? 0; at < last; at += 1) {
			const place = next[ids[at] ?? 0] ?? 0;
			of[place] = person;
			next[ids[at] ?? 0] = place + 1;
		}
		if ((from[record] ?? 0) === last || known[person] === 1) continue;
		known[person] = 1;
		people += 1;
	}
	return { people, of };
}
