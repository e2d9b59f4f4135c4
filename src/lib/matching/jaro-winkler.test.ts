import { describe, expect, it } from 'vitest';
import { jaroWinkler } from '#lib/matching/jaro-winkler.ts';

describe('Jaro–Winkler', () => {
	it.each([
		['martha', 'marhta', 0.9611],
		['dwayne', 'duane', 0.84],
		['dixon', 'dicksonx', 0.8133]
	])('finds %s and %s alike as Winkler published it', (one, other, likeness) => {
		expect(jaroWinkler(one, other)).toBeCloseTo(likeness, 4);
		expect(jaroWinkler(other, one)).toBeCloseTo(likeness, 4);
	});

	it('knows the same, and what has nothing in common', () => {
		expect(jaroWinkler('yvon', 'yvon')).toBe(1);
		expect(jaroWinkler('abc', 'xyz')).toBe(0);
		expect(jaroWinkler('', 'xyz')).toBe(0);
	});
});
