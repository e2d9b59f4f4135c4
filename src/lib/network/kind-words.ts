import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { TieKind } from '#lib/network/tie-kind.ts';

/** The kind of another member's tie in words. */
export function sayKind(kind: TieKind, locale: Locale): string {
	return {
		close: m.find_kind_close,
		good: m.find_kind_good,
		colleagues: m.find_kind_colleagues,
		studied: m.find_kind_studied,
		recommended: m.find_kind_recommended,
		writing: m.find_kind_writing,
		met: m.find_kind_met,
		known: m.find_kind_known
	}[kind]({}, { locale });
}
