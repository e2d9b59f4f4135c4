/** A path: who stands on it, from the first to the last, and the product of its ties' strengths. */
export interface Path {
	nodes: number[];
	/** Above 0, at most 1. */
	strength: number;
}

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

/**
 * What the strength of a path of so many ties must not be below to enter the list. A path that only
 * equals the last one enters if it may come before it: not if it is longer.
 */
export function floorOf({ k, count, strengths, steps }: BestList, ties: number): number {
	if (count < k) return 0;
	const last = strengths[k - 1] ?? 0;
	// The next larger number or, where rounding goes the other way, the same.
	return (steps[4 * k - 4] ?? 0) < ties ? last + last * 2 ** -53 : last;
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

/** The paths of the list, all from this start. */
export function pathsFrom(start: number, { count, strengths, steps }: BestList): Path[] {
	const paths: Path[] = [];
	for (let at = 0; at < count; at += 1) {
		const nodes = [start];
		for (let step = 4 * at + 1; step < 4 * at + 4; step += 1) {
			const node = steps[step] ?? -1;
			if (node >= 0) nodes.push(node);
		}
		paths.push({ nodes, strength: strengths[at] ?? 0 });
	}
	return paths;
}

// Does the offered path come before the one that stands at this place?
function isBefore(
	{ strengths, steps }: BestList,
	at: number,
	strength: number,
	ties: number,
	first: number,
	second: number,
	target: number
): boolean {
	const there = strengths[at] ?? 0;
	if (strength !== there) return strength > there;
	const by =
		ties - (steps[4 * at] ?? 0) ||
		first - (steps[4 * at + 1] ?? 0) ||
		second - (steps[4 * at + 2] ?? 0) ||
		target - (steps[4 * at + 3] ?? 0);
	return by < 0;
}
