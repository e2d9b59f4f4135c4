import { dayOf } from '#lib/i18n/dates.ts';

/** What a request is for. */
export const goals = ['job', 'client', 'investor', 'other'] as const;
export type Goal = (typeof goals)[number];

/** What a member accepts as a connector. */
export interface Peace {
	/** Requests a calendar month; 0: none for now, null: as many as come. */
	asksMonthly: number | null;
	asksFor: readonly Goal[];
}

/** An introduction that the requester has asked for, or is about to, for the same target. */
export interface Earlier {
	sameConnector: boolean;
	standing: Standing;
}
/** 'free': as if it had never been; 'open': somebody is at work on it; 'over': it has had its answer. */
export type Standing = 'free' | 'open' | 'over';

/** All that decides whether a connector may be asked for a target now. */
export interface Asking {
	/** Null for a connector without an account, who has set nothing. */
	peace: Peace | null;
	goal: Goal;
	/** When other requests reached this connector. */
	reached: readonly Date[];
	earlier: readonly Earlier[];
	/** The requester knows of the other connectors, and asks all the same. */
	knowing: boolean;
	now: Date;
}

const refusals = [
	'not_for_this',
	'asked_before',
	'several_at_once',
	'resting',
	'asked_enough'
] as const;
export type PeaceRefusal = (typeof refusals)[number];

/** Whether a refusal is the connector's peace; it holds for the whole letter. */
export function isPeaceRefusal(refusal: string): refusal is PeaceRefusal {
	return refusals.some((one) => one === refusal);
}

/** Why a member cannot be asked now, as others may know it; `from`: a day, where there is one. */
export interface Closed {
	reason: 'not_for_this' | 'resting' | 'asked_enough';
	from: string | null;
}

/**
 * Judges one introduction before it is sent: null when it may go. 'not_for_this' (not what the
 * connector accepts), 'asked_before' (this connector for this target), 'several_at_once' (another
 * connector is at work on it, and that was not confirmed), 'resting' (none for now), 'asked_enough'
 * (this month): only the last passes with time.
 */
export function judgePeace(asking: Asking): PeaceRefusal | null {
	const { peace, goal, reached, now } = asking;
	const closed = peace && closedNow(peace, reached, now, goal);
	if (closed?.reason === 'not_for_this') return closed.reason;
	if (asking.earlier.some((one) => one.sameConnector && one.standing !== 'free'))
		return 'asked_before';
	if (!asking.knowing && asking.earlier.some(isElsewhere)) return 'several_at_once';
	return closed?.reason ?? null;
}

/** Another connector is at work on the same target. */
export function isElsewhere({ sameConnector, standing }: Earlier): boolean {
	return !sameConnector && standing === 'open';
}

/** Whether a member can be asked at all; without a goal, whatever it is for. */
export function closedNow(
	peace: Peace,
	reached: readonly Date[],
	now: Date,
	goal?: Goal
): Closed | null {
	if (goal && !peace.asksFor.includes(goal)) return { reason: 'not_for_this', from: null };
	if (peace.asksMonthly === 0) return { reason: 'resting', from: null };
	if (peace.asksMonthly === null || countThisMonth(reached, now) < peace.asksMonthly) return null;
	return { reason: 'asked_enough', from: nextMonth(now) };
}

/** How many of these moments lie in the calendar month of `now`. */
export function countThisMonth(reached: readonly Date[], now: Date): number {
	return reached.filter((at) => monthOf(at) === monthOf(now)).length;
}

/** The first day of the month after this moment, 'YYYY-MM-DD'. */
export function nextMonth(now: Date): string {
	const [year = 0, month = 0] = monthOf(now).split('-').map(Number);
	return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

const monthOf = (moment: Date) => dayOf(moment).slice(0, 7);

/** How an earlier introduction stands; taken back before anybody was asked, it never was. */
export function standingOf(state: string, wasAsked: boolean, waiting: boolean): Standing {
	if (state === 'draft') return waiting ? 'open' : 'free';
	if (state === 'withdrawn') return wasAsked ? 'over' : 'free';
	return ['requested', 'asked', 'postponed', 'agreed'].includes(state) ? 'open' : 'over';
}
