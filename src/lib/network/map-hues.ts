import type { Island } from '#lib/network/map-layout.ts';

/** So many hues tell neighbours apart; each has a token in ui/tokens.css, 0 is that of nobody's island. */
export const mapHues = 5;

/** Islands of fewer people have no hue of their own: they would be a confetti. */
export const fewestOnIsland = 3;

/** Nearer than this two islands of one hue look like one. */
const near = 6;

/**
 * The hue (1 to 5) of each island, 0 for the small ones: the one that is least seen near it. It tells
 * neighbours apart and means nothing else.
 */
export function huesOf(islands: readonly Island[], sizes: readonly number[]): number[] {
	const coloured: { island: Island; hue: number }[] = [];
	return islands.map((island, at) => {
		if ((sizes[at] ?? 0) < fewestOnIsland) return 0;
		const seen = Array.from({ length: mapHues }, () => 0);
		for (const other of coloured) {
			const apart = distance(island, other.island);
			if (apart < near) seen[other.hue - 1] = (seen[other.hue - 1] ?? 0) + 1 / (1 + apart);
		}
		// The next in turn where several would do, so that all are used.
		const turn = coloured.length;
		const inTurn = seen.map((_, step) => (turn + step) % mapHues);
		const hue =
			1 + inTurn.reduce((best, one) => ((seen[one] ?? 0) < (seen[best] ?? 0) ? one : best));
		coloured.push({ island, hue });
		return hue;
	});
}

function distance(one: Island, other: Island): number {
	return Math.hypot(one.x - other.x, one.y - other.y) - one.radius - other.radius;
}
