import { saySince } from '#lib/i18n/dates.ts';
import { elide } from '#lib/i18n/elision.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { WaitingReading } from '#lib/readings/readings-today.server.ts';

const words = {
	to_read: [m.readings_today_to_read, m.readings_today_to_read_action],
	given: [m.readings_today_given, m.readings_today_given_action],
	declined: [m.readings_today_declined, m.readings_today_declined_action]
} as const;

/** A reading that waits, as a line of Today. */
export function readingItem(
	{ id, requestId, why, other, connector, since }: WaitingReading,
	now: Date,
	locale: Locale
) {
	const [text, action] = words[why];
	return {
		key: `reading-${id}`,
		person: other,
		text: elide(text({ other, connector }, { locale }), locale),
		detail: saySince(since, now, locale),
		action: action({}, { locale }),
		href: why === 'to_read' ? `/readings/${id}` : `/requests/${requestId}/write#reading`
	};
}
