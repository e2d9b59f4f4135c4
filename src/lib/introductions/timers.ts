import type { Part } from '#lib/access/part.ts';
import type { Life, State } from '#lib/introductions/lifecycle.ts';

const day = 86_400_000;
/** Reminders are at most two per silence: a third would be nagging. */
const maxReminders = 2;
/** After the last word to a target who may not be reminded, this long counts as silence, in days. */
const patience = 21;

/** Days of silence before a reminder is due. */
export const waits = {
	requested: 4,
	asked: 7,
	postponed: 4,
	agreed: 5,
	introduced: 5
} as const satisfies Partial<Record<State, number>>;

/** The silence of a state that has just begun. */
export const silence = {
	reminders: 0,
	remindedAt: null,
	snoozedUntil: null,
	muted: false
} as const satisfies Partial<Life>;

/** Who is being waited for in this state, or null where nobody is. */
export function silentParty(state: State): Part | null {
	switch (state) {
		case 'requested':
		case 'postponed':
			return 'connector';
		case 'asked':
			return 'target';
		case 'agreed':
		case 'introduced':
			return 'requester';
		default:
			return null;
	}
}

/**
 * Whether this part may put off or stop the reminders of a silence: its own, and the connector those
 * of a target he asked by hand, since it is he who is reminded.
 */
export function mayQuieten(state: State, part: Part): boolean {
	return part === silentParty(state) || (state === 'asked' && part === 'connector');
}

/** What time alone makes due at `now`: a reminder, giving up on an answer, or nothing. */
export function dueTimer(life: Life, now: Date): 'remind' | 'give_up' | null {
	const timer = nextTimer(life);
	return timer && timer.at <= now ? timer.kind : null;
}

/** The next thing time alone will bring, and when; null when nothing will. */
function nextTimer(life: Life): { kind: 'remind' | 'give_up'; at: Date } | null {
	if (!hasWait(life.state)) return null;
	if (life.muted || life.reminders >= maxReminders) return giveUp(life);
	const due = life.remindedAt ?? silenceBegins(life);
	const waited = life.remindedAt || life.state !== 'postponed' ? waits[life.state] * day : 0;
	const at = new Date(due.getTime() + waited);
	const { snoozedUntil } = life;
	return { kind: 'remind', at: snoozedUntil && snoozedUntil > at ? snoozedUntil : at };
}

function hasWait(state: State): state is keyof typeof waits {
	return Object.hasOwn(waits, state);
}

function giveUp(life: Life): { kind: 'give_up'; at: Date } | null {
	if (life.state !== 'asked') return null;
	const last = life.remindedAt ?? life.since;
	const days = life.reminders >= maxReminders ? waits.asked : patience;
	return { kind: 'give_up', at: new Date(last.getTime() + days * day) };
}

/** A postponed introduction is silent only from the day the target named. */
function silenceBegins(life: Life): Date {
	return life.postponedUntil ? new Date(life.postponedUntil) : life.since;
}
