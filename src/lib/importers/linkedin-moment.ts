import { readDay, type SlashOrder } from '#lib/importers/calendar-day.ts';

const time = /\b(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([ap])\.?m)?/i;

/**
 * A moment as LinkedIn writes it, `2021-03-04 05:06:07 UTC` or `3/4/18, 5:06 PM`, in ISO 8601;
 * undefined where it is none. Older files do not say their time zone; theirs is read as UTC.
 */
export function readMoment(value: string, order: SlashOrder): string | undefined {
	const day = readDay(value, order);
	if (day === undefined) return undefined;
	const afterDay = value.slice(value.search(/[\sT,]+\d{1,2}[:.]\d{2}/));
	const [, hour = '0', minute = '00', second = '00', half] = time.exec(afterDay) ?? [];
	const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase() === 'p' ? 12 : 0);
	if (Number(minute) > 59 || Number(second) > 59) return undefined;
	return `${day}T${String(hours).padStart(2, '0')}:${minute}:${second}Z`;
}
