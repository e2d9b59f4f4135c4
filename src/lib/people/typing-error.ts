/**
 * What one slip of the keyboard turns a word into another: a letter left out or doubled, two
 * neighbours exchanged, a letter replaced; undefined for the same word and for any other two. Answers
 * where in the longer word it happened.
 */
export function typingError(
	one: string,
	other: string
): { kind: 'left_out' | 'exchanged' | 'replaced'; at: number } | undefined {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	const at = firstDifference(short, long);
	if (short === long || long.length - short.length > 1) return undefined;
	if (long.length > short.length)
		return short.slice(at) === long.slice(at + 1) ? { kind: 'left_out', at } : undefined;
	if (short.slice(at + 1) === long.slice(at + 1)) return { kind: 'replaced', at };
	const crossed = short[at] === long[at + 1] && short[at + 1] === long[at];
	return crossed && short.slice(at + 2) === long.slice(at + 2)
		? { kind: 'exchanged', at }
		: undefined;
}

function firstDifference(short: string, long: string): number {
	let at = 0;
	while (at < short.length && short[at] === long[at]) at += 1;
	return at;
}
