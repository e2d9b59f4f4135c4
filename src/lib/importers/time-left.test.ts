import { expect, it } from 'vitest';
import { type Sample, secondsLeft, withSample } from '#lib/importers/time-left.ts';

const sampled = (...pairs: [at: number, done: number][]) =>
	pairs.reduce<Sample[]>((samples, [at, done]) => withSample(samples, { at, done }), []);

it('says how long it goes on at the speed seen', () => {
	expect(secondsLeft(sampled([0, 0], [4000, 100]), 300)).toBe(8);
	expect(secondsLeft(sampled([0, 0], [4000, 300]), 300)).toBe(0);
});

it('says nothing before there is something to tell by', () => {
	expect(secondsLeft([], 300)).toBeUndefined();
	expect(secondsLeft(sampled([0, 0], [1000, 100]), 300)).toBeUndefined();
	expect(secondsLeft(sampled([0, 100], [9000, 100]), 300)).toBeUndefined();
});

it('forgets what was long ago, and a beginning anew', () => {
	expect(secondsLeft(sampled([0, 0], [60_000, 0], [70_000, 100]), 200)).toBe(10);
	expect(secondsLeft(sampled([0, 500], [5000, 0], [10_000, 50]), 100)).toBe(5);
});
