/** The languages of the interface, equals. */
export type Locale = 'fr' | 'en';

const locales: readonly Locale[] = ['fr', 'en'];

/** Said when nobody said anything. */
export const fallbackLocale: Locale = 'en';

/** Narrows a text from outside; "fr-CA" is French, anything unknown is undefined. */
export function asLocale(value: string | null | undefined): Locale | undefined {
	const language = value?.trim().toLowerCase().split(/[-_]/)[0];
	return locales.find((locale) => locale === language);
}

interface Wish {
	locale: Locale | undefined;
	weight: number;
}

function readWish(part: string): Wish {
	const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
	const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
	const weight = quality === undefined ? 1 : /^(0(\.\d*)?|1(\.0*)?)$/.test(quality) ? +quality : 0;
	return { locale: range === '*' ? fallbackLocale : asLocale(range), weight };
}

/** The best of our languages in an Accept-Language header; undefined when it names none of them. */
export function readAcceptLanguage(header: string | null | undefined): Locale | undefined {
	let best: { locale: Locale; weight: number } | undefined;
	for (const { locale, weight } of (header ?? '').slice(0, 1000).split(',').map(readWish)) {
		if (locale && weight > (best?.weight ?? 0)) best = { locale, weight };
	}
	return best?.locale;
}

/** The account's language, else the cookie's, else the browser's, else English. */
export function chooseLocale(from: {
	account?: string | null | undefined;
	cookie?: string | null | undefined;
	acceptLanguage?: string | null | undefined;
}): Locale {
	return (
		asLocale(from.account) ??
		asLocale(from.cookie) ??
		readAcceptLanguage(from.acceptLanguage) ??
		fallbackLocale
	);
}
