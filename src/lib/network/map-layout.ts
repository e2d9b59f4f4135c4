/** A company on the map: a disc that holds the dots of those who work there. */
export interface Island {
	x: number;
	y: number;
	radius: number;
}

export interface MapLayout {
	/** In the order of the sizes given. */
	islands: Island[];
	/** Where each dot is, island by island; no two are nearer to one another than 1. */
	x: Float32Array;
	y: Float32Array;
	/** Half of what the map needs, from the middle. */
	width: number;
	height: number;
}

const golden = Math.PI * (3 - Math.sqrt(5));
/** Dots of an island in this much of a sunflower are 1 apart. */
const seed = 0.67;
/** From the outermost dot to its island's edge, and between two islands at least. */
const margin = 0.55;
const gap = 0.15;
/** Places that are tried for islands lie this close. */
const grain = 0.4;
/** In the middle stands the owner of the map. */
const middle: Island = { x: 0, y: 0, radius: 2.4 };

/**
 * Where everybody stands: islands of so many people, the first nearest to the middle, around the one
 * whose map it is; inside an island the first stand in its middle. The same sizes always give the same
 * map. `aspect` is how much wider than high it is to be.
 */
export function layOut(sizes: readonly number[], aspect = 1): MapLayout {
	const islands = placeIslands(sizes.map(radiusOf), aspect);
	const dots = sizes.reduce((sum, size) => sum + size, 0);
	const [x, y] = [new Float32Array(dots), new Float32Array(dots)];
	let at = 0;
	for (const [index, island] of islands.entries())
		for (let nth = 0, size = sizes[index] ?? 0; nth < size; nth++, at++) {
			const away = size === 1 ? 0 : seed * Math.sqrt(nth + 0.5);
			x[at] = island.x + away * Math.cos(nth * golden);
			y[at] = island.y + away * Math.sin(nth * golden);
		}
	const edges = [middle, ...islands];
	const width = edges.reduce((most, one) => Math.max(most, Math.abs(one.x) + one.radius), 0);
	const height = edges.reduce((most, one) => Math.max(most, Math.abs(one.y) + one.radius), 0);
	return { islands, x, y, width, height };
}

function radiusOf(size: number): number {
	return size === 1 ? margin : margin + seed * Math.sqrt(size);
}

/** Each in the first place of a sunflower around the middle where it touches none before it. */
function placeIslands(radii: readonly number[], aspect: number): Island[] {
	const [wide, high] = [grain * Math.sqrt(aspect), grain / Math.sqrt(aspect)];
	const taken = new Neighbourhood();
	taken.add(middle);
	const tried = new Map<number, number>();
	return radii.map((radius) => {
		let place = firstUntried(tried, radius);
		let island: Island;
		do {
			const away = Math.sqrt(place);
			const turn = place * golden;
			island = { x: wide * away * Math.cos(turn), y: high * away * Math.sin(turn), radius };
			place += 1;
		} while (taken.isTouched(island));
		tried.set(radius, place);
		taken.add(island);
		return island;
	});
}

/** Where one as small or smaller found no room there is none: nothing is ever taken away. */
function firstUntried(tried: ReadonlyMap<number, number>, radius: number): number {
	let first = 0;
	for (const [other, place] of tried) if (other <= radius && place > first) first = place;
	return first;
}

const cell = 4;

/** Islands by the squares of a grid that they reach into. */
class Neighbourhood {
	readonly #squares = new Map<number, Island[]>();

	add(island: Island): void {
		eachSquare(island, (square) => {
			const there = this.#squares.get(square);
			if (there) there.push(island);
			else this.#squares.set(square, [island]);
			return false;
		});
	}

	isTouched(island: Island): boolean {
		return eachSquare(island, (square) =>
			(this.#squares.get(square) ?? []).some((other) => touch(island, other))
		);
	}
}

function touch(one: Island, other: Island): boolean {
	const [dx, dy] = [one.x - other.x, one.y - other.y];
	const apart = one.radius + other.radius + gap;
	return dx * dx + dy * dy < apart * apart;
}

/** Until `see` says yes. Squares reach a gap further, so that neighbours share one. */
function eachSquare({ x, y, radius }: Island, see: (square: number) => boolean): boolean {
	const reach = radius + gap;
	for (let row = Math.floor((y - reach) / cell); row <= (y + reach) / cell; row++)
		for (let column = Math.floor((x - reach) / cell); column <= (x + reach) / cell; column++)
			if (see(row * 65_536 + column)) return true;
	return false;
}
