import { sayNumber } from '#lib/i18n/lists.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** How many members know someone at a company without saying whom, as a sentence; empty for nobody. */
export function sayCount(
	count: 'nobody' | 'someone' | number,
	company: string,
	locale: Locale
): string {
	if (count === 'nobody') return '';
	if (count === 'someone') return m.sharing_someone({ company }, { locale });
	return m.sharing_many({ said: sayNumber(count, locale), company }, { locale });
}
