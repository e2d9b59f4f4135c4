import { adviceInEnglish } from '#lib/coach/advice/advice-en.ts';
import { adviceInFrench } from '#lib/coach/advice/advice-fr.ts';
import type { Lang } from '#lib/coach/judgement.ts';

/** The sentence of an advice in a language, by its key; a key that has none is itself the answer, which tests refuse. */
export function adviceText(lang: Lang): (key: string) => string {
	const texts: Record<string, string> = lang === 'fr' ? adviceInFrench : adviceInEnglish;
	return (key) => texts[key] ?? key;
}
