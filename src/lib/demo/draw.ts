/** Chance without surprise: the same seed draws the same, for ever. */
export interface Draw {
	/** True this often, of 0 to 1. */
	chance(probability: number): boolean;
	/** A whole number from `min` to `max`, both included. */
	int(min: number, max: number): number;
	pick<Item>(items: readonly Item[]): Item;
	/** As many different items, or all when there are fewer. */
	some<Item>(items: readonly Item[], count: number): Item[];
	/** One key, each as likely as its weight. */
	weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
}

/** A stream of draws for a seed (a whole number); each caller takes the next ones. */
export function drawFrom(seed: number): Draw {
	const next = sequence(seed);
	const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
	return {
		int,
		chance: (probability) => next() < probability,
		pick: (items) => taken(items, int(0, items.length - 1)),
		some: (items, count) => shuffled(items, int).slice(0, count),
		weighted: (weights) => weightedKey(weights, next())
	};
}

/** Mulberry32: small, and good enough to mix names. */
function sequence(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function shuffled<Item>(items: readonly Item[], int: (min: number, max: number) => number): Item[] {
	const left = [...items];
	return items.map(() => taken(left.splice(int(0, left.length - 1), 1), 0));
}

function weightedKey<Key extends string>(weights: Readonly<Record<Key, number>>, at: number): Key {
	const keys = Object.keys(weights) as Key[];
	const total = keys.reduce((sum, key) => sum + weights[key], 0);
	let left = at * total;
	const found = keys.find((key) => (left -= weights[key]) < 0);
	return found ?? taken(keys, 0);
}

function taken<Item>(items: readonly Item[], index: number): Item {
	const item = items[index];
	if (item === undefined) throw new RangeError('nothing to draw from');
	return item;
}
