import type { Locale } from '#lib/i18n/locale.ts';

/** Where no zone is known: that of the first communities. */
const homeTimeZone = 'Europe/Paris';

interface PartialDate {
	year: number;
	month?: number;
	day?: number;
}

/** Reads "2011", "2011-03" or "2011-03-25" (what follows the day is ignored); undefined when it is none. */
function readPartialDate(iso: string): PartialDate | undefined {
	const found = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T.*)?)?)?$/.exec(iso);
	if (!found?.[1]) return undefined;
	const date: PartialDate = { year: Number(found[1]) };
	if (found[2]) date.month = Number(found[2]);
	if (found[3]) date.day = Number(found[3]);
	return date;
}

function formatUtc(date: PartialDate, locale: Locale, options: Intl.DateTimeFormatOptions): string {
	const moment = new Date(Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1));
	return withFirst(
		new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
			...options,
			timeZone: 'UTC'
		}).format(moment),
		locale
	);
}

/** French writes 1er, not 1, at the head of a month. */
function withFirst(text: string, locale: Locale): string {
	return locale === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text;
}

/** "2011", "mars 2011", "25 mai 2026": as precise as the date given; an unreadable date comes back as it is. */
export function sayDate(iso: string, locale: Locale): string {
	const date = readPartialDate(iso);
	if (!date) return iso;
	if (!date.month) return String(date.year);
	const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long' };
	return formatUtc(date, locale, date.day ? { ...options, day: 'numeric' } : options);
}

/** The calendar day of a moment in a zone, as "2026-05-25". */
export function dayOf(moment: Date, timeZone: string = homeTimeZone): string {
	let format = dayFormats.get(timeZone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
		dayFormats.set(timeZone, format);
	}
	return format.format(moment);
}

/** By zone: to make one takes far longer than to use it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** "lundi 25 mai": the day of a moment, without its year. */
export function sayDay(moment: Date, locale: Locale, timeZone: string = homeTimeZone): string {
	const date = readPartialDate(dayOf(moment, timeZone));
	return date ? formatUtc(date, locale, { weekday: 'long', day: 'numeric', month: 'long' }) : '';
}

/** "25 mai", with its year only when that is not the year it is at `now`. */
export function sayDayNear(
	moment: Date,
	now: Date,
	locale: Locale,
	timeZone: string = homeTimeZone
): string {
	const day = dayOf(moment, timeZone);
	const date = readPartialDate(day);
	if (!date || day.slice(0, 4) !== dayOf(now, timeZone).slice(0, 4)) return sayDate(day, locale);
	return formatUtc(date, locale, { day: 'numeric', month: 'long' });
}

/** "25 mai 2026 à 14 h 05", "25 May 2026 at 14:05". */
export function sayDateTime(moment: Date, locale: Locale, timeZone: string = homeTimeZone): string {
	const day = sayDate(dayOf(moment, timeZone), locale);
	const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
	const time = new Intl.DateTimeFormat('en-GB', clock).format(moment);
	if (locale === 'en') return `${day} at ${time}`;
	return `${day} à ${time.replace(/^0/, '').replace(':', '\u00a0h\u00a0')}`;
}

const minute = 60_000;
const steps = [
	{ unit: 'year', size: 365.25 * 24 * 60 * minute },
	{ unit: 'month', size: 30.4375 * 24 * 60 * minute },
	{ unit: 'week', size: 7 * 24 * 60 * minute },
	{ unit: 'day', size: 24 * 60 * minute },
	{ unit: 'hour', size: 60 * minute },
	{ unit: 'minute', size: minute }
] as const;

/** "il y a 3 jours", "hier", "in 2 weeks"; under a minute, "maintenant". */
export function saySince(moment: Date, now: Date, locale: Locale): string {
	const between = moment.getTime() - now.getTime();
	const step = steps.find(({ size }) => Math.abs(between) >= size);
	const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
	if (!step) return relative.format(0, 'second');
	return relative.format(Math.trunc(between / step.size), step.unit);
}

/** "1999–2003", "mars 1999 – juin 2003", "depuis 2019", "jusqu’en 2003"; empty when neither end is known. */
export function sayMonthRange(
	from: string | null | undefined,
	to: string | null | undefined,
	locale: Locale
): string {
	if (!from && !to) return '';
	if (!to) return `${locale === 'fr' ? 'depuis' : 'since'} ${sayMonth(from ?? '', locale)}`;
	if (!from) return `${locale === 'fr' ? 'jusqu’en' : 'until'} ${sayMonth(to, locale)}`;
	const [first, last] = [sayMonth(from, locale), sayMonth(to, locale)];
	if (first === last) return first;
	return /^\d+$/.test(first + last) ? `${first}–${last}` : `${first} – ${last}`;
}

function sayMonth(iso: string, locale: Locale): string {
	return sayDate(iso.slice(0, 7), locale);
}
