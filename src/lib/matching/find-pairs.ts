import { keyCount, keyGroups } from '#lib/matching/block-keys.ts';
import type { KeyBlocks } from '#lib/matching/key-blocks.ts';
import { PairList } from '#lib/matching/pair-list.ts';

/** What tells that two records need not be looked at, before anything else is asked. */
type Differ = (a: number, b: number) => boolean;

/** The slots of each group of keys in a record's row. */
interface Slots {
	first: number;
	last: number;
}

const slotsOf: Slots[] = [];
for (const { slots } of keyGroups) {
	const first = slotsOf.at(-1)?.last ?? 0;
	slotsOf.push({ first, last: first + slots });
}

/**
 * Every pair of records (a < b) that share a key of these blocks and do not `differ`, once: where two
 * share several keys, the smallest of the first group shows them, so that each thread, with its share
 * of all blocks, finds other pairs. The blocks of every share must have been made before: making them
 * clears from `keys` what finds nobody. Which pairs are found does not depend on the order of the records.
 */
export function findPairs(
	keys: Uint32Array,
	blocks: readonly KeyBlocks[],
	differ: Differ
): PairList {
	const found = new PairList();
	const used = usedSlots(keys);
	for (const { group, keys: shared, ends, members } of blocks) {
		const here = slotsOf[group];
		if (!here) continue;
		const before = used.filter(({ first }) => first < here.first);
		let begin = 0;
		for (const [at, end] of ends.entries()) {
			const key = shared[at] ?? 0;
			for (let i = begin; i < end; i += 1) {
				const a = members[i] ?? 0;
				for (let j = i + 1; j < end; j += 1) {
					const b = members[j] ?? 0;
					if (differ(a, b) || metBefore(keys, a, b, before)) continue;
					if (!metBySmaller(keys, a, b, here, key)) found.add(a, b);
				}
			}
			begin = end;
		}
	}
	return found;
}

/** The groups in which any record has a key. */
function usedSlots(keys: Uint32Array): Slots[] {
	return slotsOf.filter(({ first, last }) => {
		for (let row = 0; row < keys.length; row += keyCount)
			for (let at = row + first; at < row + last; at += 1) if (keys[at] !== 0) return true;
		return false;
	});
}

/** Whether an earlier group shows the pair already. */
function metBefore(keys: Uint32Array, a: number, b: number, groups: readonly Slots[]): boolean {
	const rowA = a * keyCount;
	const rowB = b * keyCount;
	for (const { first, last } of groups)
		for (let i = rowA + first; i < rowA + last; i += 1) {
			const mine = keys[i] ?? 0;
			if (mine === 0) continue;
			for (let j = rowB + first; j < rowB + last; j += 1) if (keys[j] === mine) return true;
		}
	return false;
}

/** Whether a smaller key of the same group does. */
function metBySmaller(
	keys: Uint32Array,
	a: number,
	b: number,
	{ first, last }: Slots,
	key: number
): boolean {
	if (last - first === 1) return false;
	const rowA = a * keyCount;
	const rowB = b * keyCount;
	for (let i = rowA + first; i < rowA + last; i += 1) {
		const mine = keys[i] ?? 0;
		if (mine === 0 || mine >= key) continue;
		for (let j = rowB + first; j < rowB + last; j += 1) if (keys[j] === mine) return true;
	}
	return false;
}
