import { asLocale, fallbackLocale } from '#lib/i18n/locale.ts';
import { overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';

overwriteGetLocale(() => asLocale(document.documentElement.lang) ?? fallbackLocale);
