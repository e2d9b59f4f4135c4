import { daysInMonth, monthNamed } from '#lib/people/month-names.ts';

const hours = { gmt: 0, ut: 0, utc: 0, z: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6 };
const more = {
	pst: -8,
	pdt: -7,
	wet: 0,
	west: 1,
	bst: 1,
	cet: 1,
	cest: 2,
	met: 1,
	mest: 2,
	jst: 9
};
/** Zones by their old names, in hours ahead of UTC; the military letters say nothing reliable. */
const zones = new Map<string, number>(Object.entries({ ...hours, ...more, eet: 2, eest: 3 }));

const shapes = {
	comment: /\([^()]*\)/g,
	iso: /(?:^|[^\d])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/,
	dayMonth: /(\d{1,2})(?:er)?[\s\-/.]+(\p{L}{3,})\.?[\s\-/.,]+(\d{2,4})(?![\d:])/u,
	monthDay: /(\p{L}{3,})\.?[\s-]+(\d{1,2})(?![\d:]).*?(?:[\s,]|^)(\d{4})(?![\d:])/u,
	time: /(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*([ap]m)?(?![\d])/i,
	offset: /^\s*(?:[a-z]+\s*)?([+-])(\d{2}):?(\d{2})(?!\d)/i,
	zone: /^\s*([a-z]+)/i
};

/**
 * The moment that a Date header or the first line of a message in an mbox names, as
 * YYYY-MM-DDTHH:MM:SSZ, or undefined: RFC 5322 with its obsolete zones and years, asctime, ISO,
 * French or English months. Without a zone it is taken as UTC; before 1971 no message was sent.
 */
export function readEmailDate(value: string): string | undefined {
	const text = value.slice(0, 200).replace(shapes.comment, ' ');
	const day = readDate(text);
	const time = shapes.time.exec(text.replace(/\d{4}-\d\d?-\d\d?|\d+\.\d+\.\d{4}/, blanked));
	if (!day || !time) return undefined;
	const after = text.slice(time.index + time[0].length);
	return moment(day, time, minutesAhead(after));
}

function blanked(text: string): string {
	return ' '.repeat(text.length);
}

interface DayParts {
	year: number;
	month: number;
	date: number;
}

function readDate(text: string): DayParts | undefined {
	const iso = shapes.iso.exec(text);
	if (iso) return day(iso[1], Number(iso[2]), iso[3]);
	const dayMonth = shapes.dayMonth.exec(text);
	if (dayMonth) return day(dayMonth[3], monthNamed(dayMonth[2] ?? ''), dayMonth[1]);
	const monthDay = shapes.monthDay.exec(text.replace(/^\s*\p{L}+,?\s+(?=\p{L})/u, ''));
	return monthDay ? day(monthDay[3], monthNamed(monthDay[1] ?? ''), monthDay[2]) : undefined;
}

function day(written = '', month = 0, dateWritten = ''): DayParts | undefined {
	const year = fullYear(Number(written), written.length);
	const date = Number(dateWritten);
	const exists = year > 1970 && year < 2100 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
	return exists && date <= daysInMonth(year, month) ? { year, month, date } : undefined;
}

/** RFC 5322, 4.3: years of two digits, and those of three that a fault of the year 2000 made. */
function fullYear(year: number, digits: number): number {
	if (digits === 2) return year < 50 ? 2000 + year : 1900 + year;
	return digits === 3 ? 1900 + year : year;
}

function moment(day: DayParts, time: RegExpExecArray, ahead: number): string | undefined {
	const hour = (Number(time[1]) % (time[4] ? 12 : 24)) + (/p/i.test(time[4] ?? '') ? 12 : 0);
	const minute = Number(time[2]);
	const second = Math.min(Number(time[3] ?? 0), 59);
	if (Number(time[1]) > 24 || minute > 59) return undefined;
	const at = Date.UTC(day.year, day.month - 1, day.date, hour, minute - ahead, second);
	return isoSecond(at);
}

function minutesAhead(after: string): number {
	const [, sign, hour = '', minute = ''] = shapes.offset.exec(after) ?? [];
	if (sign) {
		const ahead = Number(hour) * 60 + Number(minute);
		return ahead > 15 * 60 || Number(minute) > 59 ? 0 : sign === '-' ? -ahead : ahead;
	}
	const [, zone = ''] = shapes.zone.exec(after) ?? [];
	return (zones.get(zone.toLowerCase()) ?? 0) * 60;
}

/** A moment in milliseconds since 1970 as ISO 8601 in UTC, to the second. */
export function isoSecond(at: number): string {
	return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
