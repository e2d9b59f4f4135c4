import { expect, it } from 'vitest';
import { readLetter } from '#lib/coach/language/read-letter.ts';
import { gatherEvidence } from '#lib/coach/signals/evidence.ts';

function signalsIn(text: string): string[] {
	return [...gatherEvidence(readLetter(text)).keys()];
}

it.each([
	'Dear Nora, you were the one who repainted the Marlow ferry.',
	'Hi Nora, your bakery fed half of Redcar in 2019.',
	'Bonjour Nora, vous dirigez les chorales de Quimper, je crois.',
	'Salut Nora, je sais que tes ruches ont passé l’hiver à Redon.'
])('what is said of the reader beside something named holds for few others: %s', (text) => {
	expect(signalsIn(text)).toContain('aboutReader');
});

it.each([
	'Dear Nora, I would be glad to meet you and your team one day.',
	'Dear Nora, I hope you had a fine Easter holiday in Paris.',
	'Bonjour Nora, j’espère que vous passez un bel été à Paris.'
])('wishes, and what could be said to anyone, tie nothing to the reader: %s', (text) => {
	expect(signalsIn(text)).not.toContain('aboutReader');
});

it('a question about the reader alone asks after them, one for oneself does not', () => {
	expect(signalsIn('Hi Nora, how are your bees this spring?')).toContain('asksAfter');
	expect(signalsIn('Salut Nora, comment vont tes abeilles ?')).toContain('asksAfter');
	expect(signalsIn('Hi Nora, could you tell me about your bees?')).not.toContain('asksAfter');
});

it('an offer of help is no vague wish, and an open door is no way out', () => {
	expect(signalsIn('Tell me if there is anything I can do for you, Nora.')).not.toContain(
		'vagueTarget'
	);
	expect(signalsIn('Here is my card, feel free to contact me.')).not.toContain('wayOut');
	expect(signalsIn('Could you ask Paul? Feel free to say no.')).toContain('wayOut');
});
