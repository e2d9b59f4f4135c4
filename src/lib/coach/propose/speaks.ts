import type { Lang } from '#lib/coach/judgement.ts';
import { detectLanguage } from '#lib/coach/language/detect-language.ts';
import { tokenise } from '#lib/coach/language/tokens.ts';

/** Whether somebody's own words may stand in a letter of this language; words of no language may. */
export function speaks(words: string, lang: Lang): boolean {
	// One English word more tells those that lean to neither language.
	const weighed = lang === 'fr' ? words : `${words} the`;
	return detectLanguage(tokenise(weighed)) === lang;
}
