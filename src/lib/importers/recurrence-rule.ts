/** How often something comes back (RFC 5545), read tolerantly; hours and minutes are those of the start. */
export interface RecurrenceRule {
	every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
	interval: number;
	/** How many times in all. */
	count?: number;
	/** As written; its zone is not known here. */
	until?: string;
	months: number[];
	/** From 1, or from -1 backwards; so are the others. */
	monthDays: number[];
	yearDays: number[];
	weeks: number[];
	/** 0 is Sunday; `nth` within the month or year, 0 for each of them. */
	weekdays: { nth: number; weekday: number }[];
	positions: number[];
	weekStart: number;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Undefined where it is no rule by which people meet: more often than daily, or senseless. */
export function readRule(text: string): RecurrenceRule | undefined {
	const parts = new Map(
		text
			.toUpperCase()
			.split(';')
			.map((part) => {
				const [name = '', value = ''] = part.split('=', 2);
				return [name.trim(), value.trim()] as const;
			})
	);
	const every = frequency(parts.get('FREQ'));
	if (!every) return undefined;
	const numbers = (name: string, most: number) => numbersOf(parts.get(name), most);
	const [count] = numbers('COUNT', 1_000_000);
	const [interval = 1] = numbers('INTERVAL', 100_000);
	const until = parts.get('UNTIL');
	return {
		every,
		interval: Math.max(1, interval),
		...(count !== undefined && count > 0 && { count }),
		...(until && { until }),
		months: numbers('BYMONTH', 12),
		monthDays: numbers('BYMONTHDAY', 31),
		yearDays: numbers('BYYEARDAY', 366),
		weeks: numbers('BYWEEKNO', 53),
		weekdays: weekdaysOf(parts.get('BYDAY')),
		positions: numbers('BYSETPOS', 366),
		weekStart: Math.max(0, weekdays.indexOf(parts.get('WKST') ?? 'MO'))
	};
}

function frequency(written = ''): RecurrenceRule['every'] | undefined {
	const known = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
	return known.find((every) => every === written);
}

function numbersOf(written = '', most: number): number[] {
	return written
		.split(',')
		.filter((part) => /^[+-]?\d+$/.test(part.trim()))
		.map(Number)
		.filter((number) => number !== 0 && Math.abs(number) <= most);
}

function weekdaysOf(written = ''): { nth: number; weekday: number }[] {
	return [...written.matchAll(/(?:^|,)\s*([+-]?\d{0,2})(SU|MO|TU|WE|TH|FR|SA)(?=\s*(?:,|$))/g)].map(
		([, nth = '', name = '']) => ({ nth: Number(nth), weekday: weekdays.indexOf(name) })
	);
}
