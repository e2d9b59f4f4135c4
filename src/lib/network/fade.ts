import { lastDayOf } from '#lib/network/shared-time.ts';

const day = 86_400_000;
/** Half-lives, in days. */
const touch = 90;
const bond = 1825;
const past = 3650;
/** What has no date is taken to be as old as this, in days. */
const undated = 7300;

/**
 * What is left of an exchange of that date, 0..1: half of it is being in touch and gone after some
 * months, half is knowing one another and lasts for years. Later never leaves less.
 */
export function fadeOfExchange(date: string | undefined, today: string): number {
	const age = ageOf(date, today);
	return (left(age, touch) + left(age, bond)) / 2;
}

/** What is left of a time shared that ended then, 0..1: half of it never goes. */
export function fadeOfPast(date: string | undefined, today: string): number {
	return (1 + left(ageOf(date, today), past)) / 2;
}

/** In days; what is said to come counts as today. */
function ageOf(date: string | undefined, today: string): number {
	const then = date ? Date.parse(lastDayOf(date)) : Number.NaN;
	if (Number.isNaN(then)) return undated;
	return Math.max(0, (Date.parse(today) - then) / day);
}

function left(age: number, halfLife: number): number {
	return 2 ** (-age / halfLife);
}
