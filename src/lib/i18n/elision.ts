import type { Locale } from '#lib/i18n/locale.ts';

const beforeVowel = /(?<=(?:^|[^\p{L}])(?:[Qq]u|[Dd]|[Jj]usqu))e (?=[AEIOUÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ])/gu;

/**
 * A French sentence with names put into it, as it is said: "que Anne" becomes "qu’Anne", "de Éric"
 * "d’Éric". Names in H and Y are left: French itself hesitates. English comes back as it is.
 */
export function elide(sentence: string, locale: Locale): string {
	return locale === 'fr' ? sentence.replace(beforeVowel, '’') : sentence;
}
