import type { Locale } from '#lib/i18n/locale.ts';

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const step = 1024;

/** "1,2 Go", "340 kB": a file's size as its reader's programs write it. */
export function sayBytes(bytes: number, locale: Locale): string {
	const power = Math.min(3, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(step)));
	const value = bytes / step ** power;
	return new Intl.NumberFormat(locale, {
		style: 'unit',
		unit: byteUnits[power] ?? 'byte',
		unitDisplay: power === 0 ? 'long' : 'short',
		maximumFractionDigits: power > 1 && value < 100 ? 1 : 0
	}).format(value);
}

/** "20 seconds", "3 minutes", "2 heures": how long something takes, roughly. */
export function sayDuration(seconds: number, locale: Locale): string {
	const minutes = seconds / 60;
	if (minutes < 1) return amount(Math.max(5, Math.ceil(seconds / 5) * 5), 'second', locale);
	if (minutes < 90) return amount(Math.ceil(minutes), 'minute', locale);
	return amount(Math.ceil(minutes / 60), 'hour', locale);
}

function amount(value: number, unit: 'second' | 'minute' | 'hour', locale: Locale): string {
	return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
