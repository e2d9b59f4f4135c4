import { sayList, sayNumber } from '#lib/i18n/lists.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

const mostNamed = 3;

/** Names of members in a sentence; of more than four, three and how many others. */
export function sayMembers(names: readonly string[], locale: Locale): string {
	if (names.length <= mostNamed + 1) return sayList(names, locale);
	const said = sayNumber(names.length - mostNamed, locale);
	const others = m.sharing_known_others({ said }, { locale });
	return sayList([...names.slice(0, mostNamed), others], locale);
}
