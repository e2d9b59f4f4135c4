import { dayOf } from '#lib/i18n/dates.ts';

/** The days one may choose for "later", as 'YYYY-MM-DD'. */
export interface LaterDays {
	/** Tomorrow, the first possible. */
	first: string;
	month: string;
	quarter: string;
	/** A year from now, the last possible. */
	last: string;
}

/** Counted from the day it is at `now`. */
export function laterDays(now: Date): LaterDays {
	return {
		first: daysFrom(now, 1),
		month: monthsFrom(now, 1),
		quarter: monthsFrom(now, 3),
		last: monthsFrom(now, 12)
	};
}

/** The day so many days after the one it is at `now`. */
export function daysFrom(now: Date, days: number): string {
	const date = new Date(dayOf(now));
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

/** The same day of a later month, or that month's last when it is shorter. */
function monthsFrom(now: Date, months: number): string {
	const date = new Date(dayOf(now));
	const day = date.getUTCDate();
	date.setUTCDate(1);
	date.setUTCMonth(date.getUTCMonth() + months);
	const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
	date.setUTCDate(Math.min(day, lastDay.getUTCDate()));
	return date.toISOString().slice(0, 10);
}
