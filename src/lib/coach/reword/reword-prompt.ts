import type { Lang } from '#lib/coach/judgement.ts';

/** All that is sent to a model beside its name: what is wished, the coach's advice on one light, the letter. */
export function rewordPrompt(letter: string, advice: string, lang: Lang): string {
	const wish = lang === 'fr' ? wishInFrench : wishInEnglish;
	return [wish, advice, '---', letter].join('\n\n');
}

const wishInFrench =
	'Reformulez la lettre ci-dessous en suivant ce conseil. Gardez sa langue, le tutoiement ou le vouvoiement, tous les noms et toutes les coordonnées ; n’inventez rien et ne laissez aucun blanc à compléter. Ne répondez que par la lettre.';
const wishInEnglish =
	'Reword the letter below, following this advice. Keep its language, all names and all contact details; invent nothing and leave no blank to fill in. Answer with the letter alone.';
