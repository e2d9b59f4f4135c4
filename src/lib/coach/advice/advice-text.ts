import { adviceInEnglish } from '#lib/coach/advice/advice-en.ts';
import { adviceInFrench } from '#lib/coach/advice/advice-fr.ts';
import type { Lang } from '#lib/coach/judgement.ts';

/** Whom and how many an advice names; the reader of the letter when it does not say who. */
interface Named {
	name?: string | undefined;
	count?: number | undefined;
}

/** Says an advice by its key; a key that has none is itself the answer, which tests refuse. */
export type Say = (key: string, named?: Named) => string;

const someone: Record<Lang, string> = { en: 'Your contact', fr: 'Votre contact' };
const counted: Record<Lang, readonly string[]> = {
	en: 'no one two three four five six seven eight nine ten'.split(' '),
	fr: 'aucune une deux trois quatre cinq six sept huit neuf dix'.split(' ')
};

/** The advices of a language. */
export function adviceText(lang: Lang): Say {
	const texts: Record<string, string> = lang === 'fr' ? adviceInFrench : adviceInEnglish;
	return (key, { name, count = 0 } = {}) =>
		(texts[key] ?? key)
			.replace('{name}', () => name ?? someone[lang])
			.replace('{count}', counted[lang][count] ?? String(count));
}
