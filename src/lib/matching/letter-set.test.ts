import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from '#lib/matching/edit-distance.ts';
import { jaroWinkler } from '#lib/matching/jaro-winkler.ts';
import { letterSet, mayBeLike, mayBeMistyped } from '#lib/matching/letter-set.ts';

const name = fc.string({ unit: fc.constantFrom(...'abcdeéœz'), minLength: 1, maxLength: 80 });
const lettered = name.map((text) => ({ text, letters: letterSet(text) }));

it('letters never rule out what is alike', () => {
	fc.assert(
		fc.property(lettered, lettered, (a, b) => {
			const likeness = jaroWinkler(a.text, b.text);
			expect(mayBeLike(a, b, likeness - 1e-9)).toBe(true);
			const errors = editDistance(a.text, b.text, 3);
			if (errors <= 3) expect(mayBeMistyped(a, b, errors)).toBe(true);
		}),
		{ numRuns: 2000 }
	);
});

it('letters rule out most of what is not', () => {
	const [one, other] = ['catherine', 'dominik'].map((text) => ({ text, letters: letterSet(text) }));
	if (!one || !other) throw new Error('two names');
	expect(mayBeLike(one, other, 0.85)).toBe(false);
	expect(mayBeMistyped(one, other, 2)).toBe(false);
});
