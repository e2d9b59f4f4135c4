/**
 * Whole numbers from 0 up to a bound, the same for ever for one seed: what is learnt from chosen pairs
 * can be repeated. Mulberry32 (T. Ettinger 2017).
 */
export function numbersFrom(seed: number): (bound: number) => number {
	let state = seed >>> 0;
	return (bound) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
	};
}
