import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, placeOf, reworded, sentencesOf } from '#lib/readings/passage.ts';

const letter =
	'Bonjour Dean,\n\nNous avons déjeuné en mai. Pourrais-tu me présenter Pierre ?\n\nKathy';

describe('the passages of a letter', () => {
	it('are its sentences, each on one line', () => {
		expect(sentencesOf(letter, 'fr')).toEqual([
			'Bonjour Dean,',
			'Nous avons déjeuné en mai.',
			'Pourrais-tu me présenter Pierre ?',
			'Kathy'
		]);
	});

	it('stand in the letter word for word, whatever it is, and once each', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const sentences = sentencesOf(text, 'en');
				expect(sentences.every((sentence) => sentence && text.includes(sentence))).toBe(true);
				expect(new Set(sentences).size).toBe(sentences.length);
			})
		);
	});

	it('give way to another wording, which is put in as it is', () => {
		const changed = reworded(letter, 'Nous avons déjeuné en mai.', 'Merci pour $& ce déjeuner.');
		expect(changed).toContain('\n\nMerci pour $& ce déjeuner. Pourrais-tu');
		expect(changed).not.toContain('Nous avons');
	});

	it('are said to be gone when a single letter of them has changed', () => {
		expect(reworded(letter, 'Nous avons dejeuné en mai.', 'Merci.')).toBeNull();
		expect(placeOf(letter, '')).toBeNull();
	});

	it('put their remarks into the order of the letter, those on the whole first', () => {
		const remarks = ['Kathy', 'Pourrais-tu', '', 'Bonjour'].map((passage) => ({ passage }));
		const order = inOrder(remarks, letter).map(({ passage }) => passage);
		expect(order).toEqual(['', 'Bonjour', 'Pourrais-tu', 'Kathy']);
	});
});
