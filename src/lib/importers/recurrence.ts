import { daysInMonth } from '#lib/people/month-names.ts';
import type { RecurrenceRule } from '#lib/importers/recurrence-rule.ts';

const dayLength = 86_400_000;
/** Days, weeks, months or years that are looked at; a rule that no day fulfils ends here. */
const mostPeriods = 50_000;

/**
 * The times at which something comes back, in order, its start first, up to and including `last`
 * (all of them clocks: milliseconds as if in UTC). Always ends, whatever the rule.
 */
export function* recurrences(
	rule: RecurrenceRule,
	start: number,
	last: number,
	from = start
): Generator<number> {
	const whole = withDefaults(rule, start);
	const time = start - dayOf(start) * dayLength;
	let left = rule.count ?? Infinity;
	if (left > 0 && start <= last) yield start;
	left -= 1;
	for (
		let period = firstPeriod(whole, start, from);
		period < mostPeriods && left > 0;
		period += 1
	) {
		const days = daysOf(whole, dayOf(start), period);
		if ((days[0] ?? Infinity) * dayLength > last) return;
		for (const day of matching(whole, days)) {
			const at = day * dayLength + time;
			if (at <= start || left <= 0) continue;
			if (at > last) return;
			yield at;
			left -= 1;
		}
	}
}

/** Days since 1970. */
function dayOf(clock: number): number {
	return Math.floor(clock / dayLength);
}

/** Where a rule does not say on which days, they are those of the start. */
function withDefaults(rule: RecurrenceRule, start: number): RecurrenceRule {
	const date = partsOf(dayOf(start));
	const { every, weekdays, monthDays, yearDays, weeks, months } = rule;
	const saysDay = weekdays.length > 0 || monthDays.length > 0 || yearDays.length > 0;
	if (saysDay || every === 'DAILY') return rule;
	if (every === 'WEEKLY' || weeks.length > 0)
		return { ...rule, weekdays: [{ nth: 0, weekday: date.weekday }] };
	const ownMonth = every === 'YEARLY' && months.length === 0;
	return { ...rule, monthDays: [date.date], months: ownMonth ? [date.month] : months };
}

/** Without a count, the periods before the time that is asked for can be passed over. */
function firstPeriod(rule: RecurrenceRule, start: number, from: number): number {
	if (rule.count !== undefined || from <= start) return 0;
	const longest = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[rule.every];
	return Math.max(0, Math.floor((from - start) / dayLength / longest / rule.interval) - 1);
}

/** All the days of the period that many intervals after the one of the start. */
function daysOf(rule: RecurrenceRule, start: number, period: number): number[] {
	const { year, month, weekday } = partsOf(start);
	const steps = period * rule.interval;
	switch (rule.every) {
		case 'DAILY':
			return [start + steps];
		case 'WEEKLY':
			return range(start - ((weekday - rule.weekStart + 7) % 7) + steps * 7, 7);
		case 'MONTHLY': {
			const first = year * 12 + month - 1 + steps;
			const [ofYear, ofMonth] = [Math.floor(first / 12), (first % 12) + 1];
			return range(dayNumber(ofYear, ofMonth), daysInMonth(ofYear, ofMonth));
		}
		case 'YEARLY':
			return range(dayNumber(year + steps, 1), yearLength(year + steps));
	}
}

function range(first: number, length: number): number[] {
	return Array.from({ length }, (_, index) => first + index);
}

function matching(rule: RecurrenceRule, days: readonly number[]): number[] {
	const found = days.filter((day) => matches(rule, partsOf(day)));
	if (rule.positions.length === 0) return found;
	const chosen = rule.positions.map((position) => found.at(position > 0 ? position - 1 : position));
	return [...new Set(chosen)].filter((day) => day !== undefined).toSorted((a, b) => a - b);
}

interface DayParts {
	year: number;
	month: number;
	date: number;
	weekday: number;
	/** Since 1970. */
	day: number;
}

function partsOf(day: number): DayParts {
	const at = new Date(day * dayLength);
	const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + 1];
	return { year, month, date: at.getUTCDate(), weekday: at.getUTCDay(), day };
}

function matches(rule: RecurrenceRule, day: DayParts): boolean {
	const { months, monthDays, yearDays, weeks, weekdays } = rule;
	const inYear = day.day - dayNumber(day.year, 1) + 1;
	return (
		(months.length === 0 || months.includes(day.month)) &&
		(monthDays.length === 0 || counted(monthDays, day.date, daysInMonth(day.year, day.month))) &&
		(yearDays.length === 0 || counted(yearDays, inYear, yearLength(day.year))) &&
		(weeks.length === 0 || isInWeeks(rule, day)) &&
		(weekdays.length === 0 || isWeekday(rule, day, inYear))
	);
}

/** Whether a place from 1 among so many is one of those, which may count from the end. */
function counted(places: readonly number[], place: number, length: number): boolean {
	return places.includes(place) || places.includes(place - length - 1);
}

function isWeekday(rule: RecurrenceRule, day: DayParts, inYear: number): boolean {
	const ofYear = rule.every === 'YEARLY' && rule.months.length === 0;
	const place = ofYear ? inYear : day.date;
	const length = ofYear ? yearLength(day.year) : daysInMonth(day.year, day.month);
	const numbered = rule.every === 'MONTHLY' || rule.every === 'YEARLY';
	return rule.weekdays.some(({ nth, weekday }) => {
		if (weekday !== day.weekday) return false;
		if (nth === 0 || !numbered) return true;
		return nth === (nth > 0 ? Math.ceil(place / 7) : -Math.ceil((length - place + 1) / 7));
	});
}

/** The first week of a year is the one with its fourth of January (RFC 5545 with any first day). */
function isInWeeks(rule: RecurrenceRule, { day, year }: DayParts): boolean {
	const first = firstWeek(year, rule.weekStart);
	const weeks = Math.round((firstWeek(year + 1, rule.weekStart) - first) / 7);
	const week = Math.floor((day - first) / 7) + 1;
	return week >= 1 && week <= weeks && counted(rule.weeks, week, weeks);
}

function firstWeek(year: number, weekStart: number): number {
	const fourth = dayNumber(year, 1) + 3;
	return fourth - ((partsOf(fourth).weekday - weekStart + 7) % 7);
}

function dayNumber(year: number, month: number): number {
	return Date.UTC(year, month - 1, 1) / dayLength;
}

function yearLength(year: number): number {
	return daysInMonth(year, 2) + 337;
}
