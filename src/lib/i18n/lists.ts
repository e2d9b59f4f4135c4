import type { Locale } from '#lib/i18n/locale.ts';

/** "Pierre et Paul", "Pierre, Paul and Anne". */
export function sayList(
	items: readonly string[],
	locale: Locale,
	type: 'conjunction' | 'disjunction' = 'conjunction'
): string {
	return new Intl.ListFormat(locale, { style: 'long', type }).format(items);
}

/** A whole number as the language writes it: 30 000 in French, 30,000 in English. */
export function sayNumber(number: number, locale: Locale): string {
	return new Intl.NumberFormat(locale).format(number);
}
