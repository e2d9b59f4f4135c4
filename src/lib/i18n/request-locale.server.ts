import { AsyncLocalStorage } from 'node:async_hooks';
import { fallbackLocale, type Locale } from '#lib/i18n/locale.ts';
import { overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';

const current = new AsyncLocalStorage<Locale>();

overwriteGetLocale(() => current.getStore() ?? fallbackLocale);

/** Everything `fn` says, awaited parts included, is said in `locale`. */
export function runWithLocale<Result>(locale: Locale, fn: () => Result): Result {
	return current.run(locale, fn);
}

/** The locale of the request being answered; English outside any. */
export function requestLocale(): Locale {
	return current.getStore() ?? fallbackLocale;
}
