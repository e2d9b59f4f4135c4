import { describe, expect, it } from 'vitest';
import { judge } from '#lib/coach/judge.ts';

function isNoticed(text: string): boolean {
	const { notices } = judge(`Bonjour Paul,\n\n${text}\n\nMerci,\nAnne`, { lang: 'fr' });
	return notices.some(({ kind }) => kind === 'mixed-tu-vous');
}

describe('tu and vous said to the same reader are noticed', () => {
	it.each([
		'J’espère que tu vas bien. Pourriez-vous me présenter Marie Dupont ?',
		'Tu connais Marc Petit, je crois. Je vous remercie de lui transmettre ce mot.',
		'Vous m’aviez aidée en mai. Votre avis compte. Dis-moi si tu préfères que je passe.',
		'Je pense à toi pour cette question. N’hésitez pas à me dire non.'
	])('%s', (text) => expect(isNoticed(text)).toBe(true));
});

describe('vous for several, for others or in a quotation is no mix', () => {
	it.each([
		'Tu te souviens de Marie ? Vous deux aviez monté ce chantier.',
		'Comment va ta famille ? J’espère que vous allez tous bien. Pourrais-tu me dire un mot ?',
		'Marc m’a dit : « Vous devriez lui écrire. » Qu’en penses-tu ?',
		'Comment se passe la reprise chez vous ? Pourrais-tu lui parler de moi ?',
		'Je sais que toi et Marie êtes proches : vous travaillez ensemble.',
		'Est-ce que votre équipe recrute ? Tu me diras.',
		'Pourrais-tu transférer ces lignes à Pierre ?\n\nBonjour Pierre,\n\nAuriez-vous quinze minutes ?'
	])('%s', (text) => expect(isNoticed(text)).toBe(false));
});

it('a letter in one register has no mix', () => {
	expect(isNoticed('Tu m’as aidée en mai. Ton avis compte, dis-moi si je te gêne.')).toBe(false);
	expect(isNoticed('Vous m’avez aidée en mai. Votre avis compte, dites-le-moi.')).toBe(false);
});
