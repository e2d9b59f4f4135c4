import { daysInMonth, monthNamed } from '#lib/people/month-names.ts';

/** How a file writes 7/4/2023: the fourth of July, or the seventh of April. */
export type SlashOrder = 'month_first' | 'day_first';

const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/;
const shapes = {
	iso: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/,
	dots: /^(\d{1,2})[-.](\d{1,2})[-.](\d{4}|\d{2})(?!\d)/,
	dayName: /^(\d{1,2})(?:er)?[\s\-./]+(\p{L}+)\.?[\s\-./,]+(\d{4}|\d{2})(?!\d)/u,
	nameDay: /^(\p{L}+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4}|\d{2})(?!\d)/u
};

/**
 * The day that a date of any known shape names, as YYYY-MM-DD, or undefined: `04 Jul 2023`,
 * `7/4/18, 5:02 PM`, `18-Jun-24`, `4 juil. 2023`, `Jul 4, 2023`, `04.07.2023`, ISO. Years of two
 * digits are of this century: LinkedIn began in 2003. A time of day is left out.
 */
export function readDay(value: string, order: SlashOrder = 'month_first'): string | undefined {
	const text = value.trim();
	const [, first = '', second = '', year = ''] = slashes.exec(text) ?? [];
	if (year !== '') {
		const dayFirst = Number(first) > 12 || (order === 'day_first' && Number(second) <= 12);
		return dayFirst ? day(year, Number(second), first) : day(year, Number(first), second);
	}
	return readNumbers(text) ?? readName(text);
}

/** Which order the dates of one file follow; LinkedIn's own, month first, unless they rule it out. */
export function slashOrderOf(values: Iterable<string>): SlashOrder {
	let dayFirst = false;
	for (const value of values) {
		const [, first, second] = slashes.exec(value.trim()) ?? [];
		if (Number(second) > 12) return 'month_first';
		if (Number(first) > 12) dayFirst = true;
	}
	return dayFirst ? 'day_first' : 'month_first';
}

function readNumbers(text: string): string | undefined {
	const iso = shapes.iso.exec(text);
	if (iso) return day(iso[1], Number(iso[2]), iso[3]);
	const dots = shapes.dots.exec(text);
	return dots ? day(dots[3], Number(dots[2]), dots[1]) : undefined;
}

function readName(text: string): string | undefined {
	const dayName = shapes.dayName.exec(text);
	if (dayName) return day(dayName[3], monthNamed(dayName[2] ?? '') ?? 0, dayName[1]);
	const nameDay = shapes.nameDay.exec(text);
	return nameDay ? day(nameDay[3], monthNamed(nameDay[1] ?? '') ?? 0, nameDay[2]) : undefined;
}

function day(year = '', month: number, date = ''): string | undefined {
	const full = year.length === 2 ? 2000 + Number(year) : Number(year);
	const number = Number(date);
	if (full < 1000 || month < 1 || month > 12 || number < 1 || number > daysInMonth(full, month))
		return undefined;
	return `${pad(full, 4)}-${pad(month, 2)}-${pad(number, 2)}`;
}

function pad(number: number, width: number): string {
	return String(number).padStart(width, '0');
}
