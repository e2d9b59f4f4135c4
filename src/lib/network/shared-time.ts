/** A time somewhere: ISO dates of any precision, '' where unknown; without an end, it goes on. */
export interface Period {
	startedOn: string;
	endedOn: string;
}

export type SharedTime =
	{ sure: 'together'; from: string; to?: string } | { sure: 'apart' } | { sure: 'unknown' };

const ever = { first: '0000', last: '9999' };

/**
 * Whether two people were somewhere at the same time, and when. A year leaves open when in it: 1999
 * to 2003 and 2003 to 2005 may have met or not, which is unknown.
 */
export function sharedTime(one: Period, other: Period): SharedTime {
	const [a, b] = [bounds(one), bounds(other)];
	if (a.start.first > b.end.last || b.start.first > a.end.last) return { sure: 'apart' };
	if (a.start.last > b.end.first || b.start.last > a.end.first) return { sure: 'unknown' };
	const from = a.start.first > b.start.first ? one.startedOn : other.startedOn;
	const ends = [one.endedOn, other.endedOn].filter((end) => end !== '');
	const [to] = ends.toSorted();
	return to === undefined ? { sure: 'together', from } : { sure: 'together', from, to };
}

/** Whether a day lies surely within a time. */
export function covers(period: Period, day: string): boolean {
	const { start, end } = bounds(period);
	return start.last <= day && day <= end.first;
}

/** Full months from one date to another, at least one; undefined where either is unknown. */
export function monthsOf(from: string | undefined, to: string | undefined): number | undefined {
	if (!from || !to) return undefined;
	return Math.max(1, monthNumber(to) - monthNumber(from));
}

function monthNumber(date: string): number {
	return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1);
}

/** The last day that a date of any precision may mean. */
export function lastDayOf(date: string): string {
	return `${date}-12-31`.slice(0, date.length === 7 ? 7 : 10).padEnd(10, '-31');
}

function bounds({ startedOn, endedOn }: Period) {
	const start = startedOn === '' ? { first: ever.first, last: ever.last } : days(startedOn);
	// An end is missing where it goes on, which can be told only of what has a beginning.
	if (endedOn !== '') return { start, end: days(endedOn) };
	const open = { first: startedOn === '' ? ever.first : ever.last, last: ever.last };
	return { start, end: open };
}

function days(date: string) {
	return { first: `${date}-01-01`.slice(0, 10), last: lastDayOf(date) };
}
