import { readWritten, readWrittenList, type Written } from '#lib/importers/calendar-moment.ts';
import { parameterOf, type CalendarProperty } from '#lib/importers/calendar-property.ts';
import type { CalendarZones } from '#lib/importers/calendar-zone.ts';
import { recurrences } from '#lib/importers/recurrence.ts';
import { readRule, type RecurrenceRule } from '#lib/importers/recurrence-rule.ts';

const dayLength = 86_400_000;
const mostTimes = 500;

/** When a meeting comes back and when it does not; moments in milliseconds since 1970. */
export interface Series {
	start: Written;
	zone: string;
	rules: RecurrenceRule[];
	added: number[];
	left: Set<number>;
	/** Whole days on which it does not take place, as clocks. */
	leftDays: Set<number>;
}

/** Reads what an event says of its repetition. */
export function seriesOf(
	properties: readonly CalendarProperty[],
	start: Written,
	zone: string,
	zones: CalendarZones
): Series {
	const series: Series = {
		start,
		zone,
		rules: [],
		added: [],
		left: new Set(),
		leftDays: new Set()
	};
	for (const property of properties) {
		const own = parameterOf(property, 'TZID') || zone;
		const rule = property.name === 'RRULE' ? readRule(property.value) : undefined;
		if (rule) series.rules.push(rule);
		if (property.name !== 'RDATE' && property.name !== 'EXDATE') continue;
		for (const written of readWrittenList(property.value)) {
			const at = zones.moment(written, own);
			if (property.name === 'RDATE') series.added.push(at);
			else if (written.wholeDay && !start.wholeDay) series.leftDays.add(written.clock);
			else series.left.add(at);
		}
	}
	return series;
}

/**
 * The moments of a series between two moments, in order: at most 500, the first and the latest.
 * When none lies between them, the start; empty where every time was taken out.
 */
export function timesOf(
	series: Series,
	{ from, until, replaced }: { from: number; until: number; replaced: ReadonlySet<number> },
	zones: CalendarZones
): number[] {
	const { start, zone, left, leftDays } = series;
	const first = zones.moment(start, zone);
	const isLeft = (at: number) =>
		left.has(at) ||
		replaced.has(at) ||
		(leftDays.size > 0 && leftDays.has(dayAt(series, at, zones)));
	const times = [...new Set([first, ...ruled(series, from, until, zones), ...series.added])]
		.filter((at) => at >= from && at <= until && !isLeft(at))
		.toSorted((one, other) => one - other);
	if (times.length === 0) return isLeft(first) ? [] : [first];
	return times.length > mostTimes ? [...times.slice(0, 1), ...times.slice(1 - mostTimes)] : times;
}

function dayAt({ start, zone }: Series, at: number, zones: CalendarZones): number {
	const clock = start.utc ? at : zones.clock(at, zone);
	return Math.floor(clock / dayLength) * dayLength;
}

function ruled(series: Series, from: number, until: number, zones: CalendarZones): number[] {
	const { start, zone, rules } = series;
	const local =
		start.utc || start.wholeDay ? (at: number) => at : (at: number) => zones.clock(at, zone);
	return rules.flatMap((rule) => {
		const last = Math.min(local(until), lastClock(rule, local));
		const clocks = [...recurrences(rule, start.clock, last, local(from))];
		return clocks.map((clock) => zones.moment({ ...start, clock }, zone));
	});
}

/** The last clock that a rule allows: its end is written in UTC, or as the start is, or as a day. */
function lastClock({ until = '' }: RecurrenceRule, local: (at: number) => number): number {
	const end = readWritten(until);
	if (!end) return Infinity;
	return end.utc ? local(end.clock) : end.wholeDay ? end.clock + dayLength - 1 : end.clock;
}
