import { describe, expect, it } from 'vitest';
import { judge } from '#lib/coach/judge.ts';
import type { Lang } from '#lib/coach/judgement.ts';
import { readLetter } from '#lib/coach/language/read-letter.ts';
import { gatherEvidence } from '#lib/coach/signals/evidence.ts';

function leavesFree(text: string, lang: Lang): boolean {
	return gatherEvidence(readLetter(text, lang)).has('wayOut');
}

describe('a way out that is denied is none', () => {
	it.each<[Lang, string]>([
		['en', 'You cannot say no.'],
		['en', "You can't say no to this one."],
		['en', 'Do not feel free to decline.'],
		['en', "I won't take no for an answer."],
		['en', 'No is not an option.'],
		['en', 'I would be offended if you said no.'],
		['fr', 'Tu ne peux pas dire non.'],
		['fr', 'Vous ne pouvez pas refuser.'],
		['fr', 'Ne te sens pas libre de refuser.'],
		['fr', 'Je n’accepterai pas un refus.']
	])('%s: %s', (lang, text) => expect(leavesFree(text, lang)).toBe(false));
});

describe('a way out said with a negation stays one', () => {
	it.each<[Lang, string]>([
		['en', 'You can say no, of course.'],
		['en', 'Please do not feel obliged to answer.'],
		['en', "I won't be offended if the answer is no."],
		['fr', 'Ne te sens surtout pas obligée de répondre.'],
		['fr', 'Un non ne me fâchera pas.']
	])('%s: %s', (lang, text) => expect(leavesFree(text, lang)).toBe(true));
});

it('a message that revives a tie and asks for nothing is good', () => {
	const { score, notices } = judge(
		'Bonjour Hélène,\n\nEn passant hier devant l’ancien atelier de Nantes, j’ai pensé à nos pauses café et à ton rire. Cela fait dix ans, déjà ! J’espère que tes enfants vont bien et que tu peins toujours. Je n’ai rien à te demander, juste l’envie de te saluer.\n\nAmitiés,\nOdile',
		{ kind: 'revival' }
	);
	expect(score).toBeGreaterThanOrEqual(70);
	expect(notices).toEqual([]);
});

it('asking before one introduces is generous, introducing unasked is not', () => {
	const imposed = judge(
		'Hi Alice, I want to introduce you to Bob Reed. He sells lamps, you two should meet.\n\nJo',
		{ kind: 'ask' }
	);
	const asked = judge(
		'Hi Alice, I would like to introduce you to Bob Reed. He sells lamps. Would you be open to that?\n\nJo',
		{ kind: 'ask' }
	);
	expect(asked.criteria.generous.score).toBeGreaterThan(imposed.criteria.generous.score);
	expect(asked.score).toBeGreaterThan(imposed.score + 10);
});
