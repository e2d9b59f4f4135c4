import { expect, it } from 'vitest';
import { speaks } from '#lib/coach/propose/speaks.ts';

it.each([
	['l’atelier de Lyon en 2019', 'fr', true],
	['l’atelier de Lyon en 2019', 'en', false],
	['we ran the Lyon workshop', 'en', true],
	['we ran the Lyon workshop', 'fr', false],
	['ACME, 1999–2003', 'fr', true],
	['ACME, 1999–2003', 'en', true]
] as const)('“%s” in a letter in %s: %s', (words, lang, may) => {
	expect(speaks(words, lang)).toBe(may);
});
