import { expect, test } from 'vitest';
import { sayList, sayNumber } from '#lib/i18n/lists.ts';
import { capitalised, typeset } from '#lib/i18n/typography.ts';

test('French punctuation is never left alone at the head of a line', () => {
	expect(typeset("Oser : qui ? « Pierre » ; l'ami, 50 %", 'fr')).toBe(
		'Oser\u00a0: qui\u202f? «\u202fPierre\u202f»\u202f; l’ami, 50\u00a0%'
	);
});

test('addresses and times keep their colon', () => {
	expect(typeset('https://example.com à 14:05', 'fr')).toBe('https://example.com à 14:05');
});

test('English is left as it is', () => {
	expect(typeset('Who? "Pierre": yes', 'en')).toBe('Who? "Pierre": yes');
});

test('lists and numbers follow the language', () => {
	expect(sayList(['Pierre', 'Paul'], 'fr')).toBe('Pierre et Paul');
	expect(sayList(['Pierre', 'Paul', 'Anne'], 'en')).toBe('Pierre, Paul, and Anne');
	expect(sayNumber(30000, 'fr')).toBe('30\u202f000');
});

test('a fact becomes a sentence by its first letter', () => {
	expect(capitalised('échange', 'fr')).toBe('Échange');
	expect(capitalised('', 'fr')).toBe('');
});
