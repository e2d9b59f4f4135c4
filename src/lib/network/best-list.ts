import { isBefore } from '#lib/network/path-order.ts';

/**
 * The best paths met so far, best first. A path is the stronger, or with equal strength the shorter,
 * or with equal length the one whose nodes are the smaller numbers, compared from its start.
 */
export interface BestList {
	/** How many are kept at most. */
	k: number;
	count: number;
	readonly strengths: Float64Array;
	/** Four numbers a path: its ties, then who comes after its start, -1 where nobody stands. */
	readonly steps: Int32Array;
}

/** An empty list that keeps as many paths, or fewer if its `k` is made smaller. */
export function bestList(k: number): BestList {
	return { k, count: 0, strengths: new Float64Array(k), steps: new Int32Array(4 * k) };
}

/** Puts a path in its place, if it is one of the k best: `target`, reached over `first` and `second` or -1. */
export function offer(
	list: BestList,
	strength: number,
	first: number,
	second: number,
	target: number
): void {
	const { k, count } = list;
	const ties = 1 + (first < 0 ? 0 : 1) + (second < 0 ? 0 : 1);
	let at = count;
	while (at > 0 && isBefore(list, at - 1, strength, ties, first, second, target)) at -= 1;
	if (at === k) return;
	list.count = Math.min(count + 1, k);
	makePlace(list, at);
	list.strengths[at] = strength;
	list.steps[4 * at] = ties;
	list.steps[4 * at + 1] = first;
	list.steps[4 * at + 2] = second;
	list.steps[4 * at + 3] = target;
}

// For few paths sooner done than copyWithin is called.
function makePlace({ count, strengths, steps }: BestList, place: number): void {
	for (let at = count - 1; at > place; at -= 1) strengths[at] = strengths[at - 1] ?? 0;
	for (let at = 4 * count - 1; at >= 4 * place + 4; at -= 1) steps[at] = steps[at - 4] ?? 0;
}
