/**
 * The chance that one of those that hold stands above one of those that do not, a draw counting half;
 * undefined without both. Sorts once, so that hundreds of thousands are no trouble.
 */
export function rankedAuc(all: readonly { score: number; holds: boolean }[]): number | undefined {
	const holding = all.filter(({ holds }) => holds).length;
	const others = all.length - holding;
	if (holding === 0 || others === 0) return undefined;
	const sorted = all.toSorted((one, other) => one.score - other.score);
	let wins = 0;
	let below = 0;
	for (let at = 0; at < sorted.length;) {
		const end = endOfDraw(sorted, at);
		const draw = sorted.slice(at, end);
		const won = draw.filter(({ holds }) => holds).length;
		wins += won * (below + (draw.length - won) / 2);
		below += draw.length - won;
		at = end;
	}
	return wins / (holding * others);
}

function endOfDraw(sorted: readonly { score: number }[], start: number): number {
	let end = start;
	while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end += 1;
	return end;
}
