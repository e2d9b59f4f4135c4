import { keyCount, keyGroups } from '#lib/matching/block-keys.ts';
import type { PairList } from '#lib/matching/pair-list.ts';

/** What tells that two records need not be looked at, before anything else is asked. */
type Differ = (a: number, b: number) => boolean;

/** Somebody may be known to hundreds by one address. */
const certainTogether = 6;

/**
 * Puts every pair of records (a < b) that share a key and do not `differ` into `found`, once. A key
 * that more than `mostTogether` records share (six times as many for a certain one) finds nobody: it
 * says nothing, and would make too many pairs. Clears such keys from `keys`. Which pairs are found
 * does not depend on the order of the records.
 */
export function findPairs(
	keys: Uint32Array,
	mostTogether: number,
	differ: Differ,
	found: PairList
): void {
	const see = (a: number, b: number, key: number, from: number) => {
		if (a !== b && !differ(a, b) && !metBefore(keys, a, b, key, from)) found.add(a, b);
	};
	let slot = 0;
	for (const { slots, certain } of keyGroups) {
		const most = certain ? certainTogether * mostTogether : mostTogether;
		const held = sortedKeys(keys, slot, slots);
		eachBlock(held, (begin, end) => {
			if (uniqueRecords(held, begin, end) > most) clear(keys, held, begin, end);
			else showPairs(held, begin, end, slot, see);
		});
		slot += slots;
	}
}

/** Records fit into 21 bits, a key into 32: together they are a whole number that sorts by key. */
const recordBits = 2 ** 21;

function sortedKeys(keys: Uint32Array, slot: number, slots: number): Float64Array {
	const count = keys.length / keyCount;
	if (count > recordBits) throw new RangeError(`at most ${recordBits} records at once`);
	const held = new Float64Array(count * slots);
	let at = 0;
	for (let record = 0; record < count; record += 1)
		for (let each = 0; each < slots; each += 1) {
			const key = keys[record * keyCount + slot + each] ?? 0;
			if (key !== 0) held[at++] = key * recordBits + record;
		}
	const some = held.subarray(0, at);
	some.sort();
	return some;
}

function eachBlock(held: Float64Array, see: (begin: number, end: number) => void): void {
	let begin = 0;
	while (begin < held.length) {
		const next = (keyOf(held, begin) + 1) * recordBits;
		let end = begin + 1;
		while (end < held.length && (held[end] ?? 0) < next) end += 1;
		if (end - begin > 1) see(begin, end);
		begin = end;
	}
}

function keyOf(held: Float64Array, at: number): number {
	return Math.floor((held[at] ?? 0) / recordBits);
}

function recordOf(held: Float64Array, at: number): number {
	return (held[at] ?? 0) % recordBits;
}

function uniqueRecords(held: Float64Array, begin: number, end: number): number {
	let count = 1;
	for (let at = begin + 1; at < end; at += 1) if (held[at] !== held[at - 1]) count += 1;
	return count;
}

function clear(keys: Uint32Array, held: Float64Array, begin: number, end: number): void {
	const key = keyOf(held, begin);
	for (let at = begin; at < end; at += 1) {
		const row = recordOf(held, at) * keyCount;
		for (let slot = row; slot < row + keyCount; slot += 1) if (keys[slot] === key) keys[slot] = 0;
	}
}

function showPairs(
	held: Float64Array,
	begin: number,
	end: number,
	slot: number,
	see: (a: number, b: number, key: number, slot: number) => void
): void {
	const key = keyOf(held, begin);
	for (let i = begin; i < end; i += 1) {
		const a = recordOf(held, i);
		if (i > begin && held[i] === held[i - 1]) continue;
		for (let j = i + 1; j < end; j += 1)
			if (held[j] !== held[j - 1]) see(a, recordOf(held, j), key, slot);
	}
}

/** Whether an earlier group, or a smaller key of this one, has shown the pair already. */
function metBefore(keys: Uint32Array, a: number, b: number, key: number, slot: number): boolean {
	const rowA = a * keyCount;
	const rowB = b * keyCount;
	let first = 0;
	for (const group of keyGroups) {
		if (first > slot) return false;
		const last = first + group.slots;
		for (let i = rowA + first; i < rowA + last; i += 1) {
			const mine = keys[i] ?? 0;
			if (mine === 0 || (first === slot && mine >= key)) continue;
			for (let j = rowB + first; j < rowB + last; j += 1) if (keys[j] === mine) return true;
		}
		first = last;
	}
	return false;
}
