import { describe, expect, it } from 'vitest';
import { elide } from '#lib/i18n/elision.ts';

describe('a name put into a French sentence', () => {
	it.each([
		['d’accord pour que Anne Roy vous écrive', 'd’accord pour qu’Anne Roy vous écrive'],
		['une demande de Éric', 'une demande d’Éric'],
		['Que Olga le sache', 'Qu’Olga le sache'],
		['que Kathy vous écrive', 'que Kathy vous écrive'],
		['le mot de Hélène', 'le mot de Hélène'],
		['Aude Anselme', 'Aude Anselme']
	])('%s', (sentence, said) => {
		expect(elide(sentence, 'fr')).toBe(said);
	});

	it('leaves English alone', () => {
		expect(elide('she met de Anne', 'en')).toBe('she met de Anne');
	});
});
