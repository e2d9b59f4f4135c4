import type { BestList } from '#lib/network/best-list.ts';

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

/** Does an offered path come before the one that stands at this place of the list? */
export function isBefore(
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
