/** How well groups agree with the truth, over all pairs of records. */
export interface PairwiseFigures {
	/** Pairs of records that truly are one person. */
	pairs: number;
	/** Of the pairs that were joined, how many truly are; 1 where none was. */
	precision: number;
	/** Of the true pairs, how many were joined; 1 where there are none. */
	recall: number;
	/** Their harmonic mean. */
	f1: number;
}

/** Compares two groupings of the same records, each given as the name of every record's group. */
export function pairwiseFigures(
	found: readonly string[],
	truth: readonly string[]
): PairwiseFigures {
	const pairs = pairsIn(truth);
	const joined = pairsIn(found);
	const right = pairsIn(found.map((group, at) => `${group}\n${truth[at]}`));
	const precision = joined === 0 ? 1 : right / joined;
	const recall = pairs === 0 ? 1 : right / pairs;
	const f1 = joined + pairs === 0 ? 1 : (2 * right) / (joined + pairs);
	return { pairs, precision, recall, f1 };
}

function pairsIn(groups: readonly string[]): number {
	const sizes = new Map<string, number>();
	for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
	return sizes.values().reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
