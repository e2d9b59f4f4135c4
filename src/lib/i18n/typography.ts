import type { Locale } from '#lib/i18n/locale.ts';

const narrow = '\u202f';
const wide = '\u00a0';

/** French spaces and apostrophes in a text we made: never break before ; : ! ? », nor after «. */
function frenchSpaces(text: string): string {
	return text
		.replace(/(\p{L})'(?=\p{L})/gu, '$1’')
		.replace(/«[ \u00a0\u202f]*/g, `«${narrow}`)
		.replace(/[ \u00a0\u202f]*»/g, `${narrow}»`)
		.replace(/[ \u00a0\u202f]+([;!?])/g, `${narrow}$1`)
		.replace(/[ \u00a0\u202f]+:/g, `${wide}:`)
		.replace(/(\d)[ \u00a0\u202f]+%/g, `$1${wide}%`);
}

/** A generated text with its language's spaces; English is left as it is. */
export function typeset(text: string, locale: Locale): string {
	return locale === 'fr' ? frenchSpaces(text) : text;
}

/** The first letter as a capital, to make a sentence of a fact. */
export function capitalised(text: string, locale: Locale): string {
	const [first = '', ...rest] = [...text];
	return first.toLocaleUpperCase(locale) + rest.join('');
}
