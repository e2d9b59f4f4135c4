import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { huesOf, mapHues } from '#lib/network/map-hues.ts';
import { type Island, layOut } from '#lib/network/map-layout.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 });
const aspect = fc.double({ min: 0.6, max: 2, noNaN: true });
const apart = (one: { x: number; y: number }, other: { x: number; y: number }) =>
	Math.hypot(one.x - other.x, one.y - other.y);

function pairs<One>(all: readonly One[]): [One, One][] {
	return all.flatMap((one, at) => all.slice(at + 1).map((other): [One, One] => [one, other]));
}

function dotsOf({ x, y }: ReturnType<typeof layOut>) {
	return [...x].map((one, at) => ({ x: one, y: y[at] ?? 0 }));
}

it('no two islands overlap, and none covers the middle', () => {
	fc.assert(
		fc.property(sizes, aspect, (given, wide) => {
			const { islands } = layOut(given, wide);
			const me: Island = { x: 0, y: 0, radius: 2 };
			const overlapping = pairs([me, ...islands]).filter(
				([one, other]) => apart(one, other) <= one.radius + other.radius
			);
			expect(overlapping).toEqual([]);
		})
	);
});

it('every dot stands on its own island, a dot away from each other and in sight', () => {
	fc.assert(
		fc.property(sizes, aspect, (given, wide) => {
			const map = layOut(given, wide);
			const dots = dotsOf(map);
			expect(dots.length).toBe(given.reduce((sum, size) => sum + size, 0));
			let at = 0;
			for (const [index, size] of given.entries()) {
				const island = map.islands[index] ?? { x: 0, y: 0, radius: 0 };
				for (const dot of dots.slice(at, at + size)) {
					expect(apart(dot, island)).toBeLessThanOrEqual(island.radius - 0.4);
					expect(Math.abs(dot.x)).toBeLessThanOrEqual(map.width);
					expect(Math.abs(dot.y)).toBeLessThanOrEqual(map.height);
				}
				const distances = pairs(dots.slice(at, at + size)).map(([one, other]) => apart(one, other));
				expect(distances.every((distance) => distance > 1)).toBe(true);
				at += size;
			}
		}),
		{ numRuns: 40 }
	);
});

it('the same sizes give the same map, and a company more at the end moves nobody', () => {
	fc.assert(
		fc.property(sizes, aspect, fc.integer({ min: 1, max: 60 }), (given, wide, more) => {
			const map = layOut(given, wide);
			expect(layOut(given, wide)).toEqual(map);
			expect(layOut([...given, more], wide).islands.slice(0, -1)).toEqual(map.islands);
		})
	);
});

it('of companies of one size the first is the nearest to the middle', () => {
	const { islands } = layOut(Array.from({ length: 300 }, () => 4));
	const away = islands.map(({ x, y }) => Math.round(Math.hypot(x, y)));
	expect(away).toEqual(away.toSorted((one, other) => one - other));
});

it('a map of ten thousand is as compact as its dots, and as wide as asked', () => {
	const given = Array.from({ length: 7000 }, (_, at) => Math.max(1, Math.round(300 / (at + 1))));
	const { islands, width, height } = layOut(given, 1.6);
	const covered = islands.reduce((sum, { radius }) => sum + radius ** 2, 0);
	expect(covered / (width * height)).toBeGreaterThan(0.5);
	expect(width / height).toBeGreaterThan(1.4);
	expect(width / height).toBeLessThan(1.8);
});

it('neighbours have different hues while there are enough of them, and small islands none', () => {
	const given = Array.from({ length: 60 }, (_, at) => (at % 5 === 4 ? 2 : 30 - Math.floor(at / 2)));
	const { islands } = layOut(given);
	const hues = huesOf(islands, given);
	expect(new Set(hues)).toEqual(new Set([...Array(mapHues).keys(), mapHues]));
	for (const [at, hue] of hues.entries()) expect(hue === 0).toBe((given[at] ?? 0) < 3);
	const touching = pairs(islands.map((island, at) => ({ island, hue: hues[at] ?? 0 }))).filter(
		([one, other]) =>
			one.hue > 0 &&
			other.hue > 0 &&
			apart(one.island, other.island) - one.island.radius - other.island.radius < 0.5
	);
	const alike = touching.filter(([one, other]) => one.hue === other.hue);
	expect(touching.length).toBeGreaterThan(30);
	expect(alike.length / touching.length).toBeLessThan(0.06);
});
