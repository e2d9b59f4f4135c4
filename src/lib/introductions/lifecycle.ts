import type { Part } from '#lib/access/part.ts';
import type { Effect } from '#lib/introductions/effect.ts';
import type { Refusal } from '#lib/introductions/refusals.ts';
import { dueTimer, mayQuieten, silence } from '#lib/introductions/timers.ts';

/** Where an introduction stands; docs/map.md draws the table below. */
export const states = [
	'draft',
	'requested',
	'asked',
	'agreed',
	'introduced',
	'met',
	'closed',
	'thanked',
	'declined',
	'postponed',
	'redirected',
	'unanswered',
	'turned_down',
	'withdrawn'
] as const;
export type State = (typeof states)[number];
export type Channel = 'email' | 'phone';
export type Outcome = 'in_contact' | 'met' | 'nothing' | 'led_to';

/** What can happen to an introduction. Persons' data travel beside it, never in it: it goes into history. */
export type LifeEvent =
	| { kind: 'send' }
	| { kind: 'withdraw' }
	| { kind: 'ask' }
	| { kind: 'turn_down' }
	| { kind: 'suggest' }
	| { kind: 'vouch'; channels: Channel[] }
	| { kind: 'agree'; channels: Channel[] }
	| { kind: 'decline'; never: boolean }
	| { kind: 'postpone'; until: string }
	| { kind: 'redirect' }
	| { kind: 'read' }
	| { kind: 'report'; outcome: Outcome }
	| { kind: 'thank' }
	| { kind: 'remind' }
	| { kind: 'give_up' }
	| { kind: 'snooze'; until: string }
	| { kind: 'mute' };
export type EventKind = LifeEvent['kind'];

/** One introduction as the lifecycle sees it: no names, no addresses. */
export interface Life {
	state: State;
	/** Counts changes; two clicks at once cannot both find the same number. */
	version: number;
	/** When it came to this state. */
	since: Date;
	/** Reminders sent in this state's silence: 0, 1 or 2. */
	reminders: number;
	remindedAt: Date | null;
	snoozedUntil: Date | null;
	muted: boolean;
	/** A day, 'YYYY-MM-DD'. */
	postponedUntil: string | null;
	/** The channels the requester may see. */
	released: Channel[];
	neverAgain: boolean;
}

interface Move {
	by: Part | 'silent party';
	from: readonly State[];
	/** 'same' leaves the state and its silence as they are. */
	to: State | 'same' | ((event: LifeEvent) => State);
}

const beforeYes = ['requested', 'asked', 'postponed', 'unanswered'] as const;
/**
 * A target may change his answer until the requester has read it. Only the connector could have
 * handed him his link, so he may also answer one that went by hand and was not yet marked as sent.
 */
const answerable = [
	'requested',
	'asked',
	'unanswered',
	'postponed',
	'declined',
	'redirected',
	'agreed'
] as const;
const silent = ['requested', 'asked', 'postponed', 'agreed', 'introduced'] as const;

/** The one table of moves: whatever is not here cannot happen. */
export const moves: Record<EventKind, Move> = {
	send: { by: 'requester', from: ['draft'], to: 'requested' },
	withdraw: { by: 'requester', from: ['draft', ...beforeYes], to: 'withdrawn' },
	ask: { by: 'connector', from: ['requested', 'postponed', 'unanswered'], to: 'asked' },
	turn_down: { by: 'connector', from: ['requested', 'postponed', 'unanswered'], to: 'turned_down' },
	suggest: { by: 'connector', from: ['requested', 'postponed', 'unanswered'], to: 'redirected' },
	vouch: { by: 'connector', from: beforeYes, to: 'agreed' },
	agree: { by: 'target', from: answerable, to: 'agreed' },
	decline: { by: 'target', from: answerable, to: 'declined' },
	postpone: { by: 'target', from: answerable, to: 'postponed' },
	redirect: {
		by: 'target',
		from: ['requested', 'asked', 'unanswered', 'postponed', 'declined', 'agreed'],
		to: 'redirected'
	},
	read: { by: 'requester', from: ['agreed'], to: 'introduced' },
	report: { by: 'requester', from: ['introduced', 'met', 'closed'], to: stateOfOutcome },
	thank: { by: 'requester', from: ['met', 'closed'], to: 'thanked' },
	remind: { by: 'system', from: silent, to: 'same' },
	give_up: { by: 'system', from: ['asked'], to: 'unanswered' },
	snooze: { by: 'silent party', from: silent, to: 'same' },
	mute: { by: 'silent party', from: silent, to: 'same' }
};

function stateOfOutcome(event: LifeEvent): State {
	if (event.kind !== 'report') throw new Error('only a report has an outcome');
	return event.outcome === 'in_contact' || event.outcome === 'met' ? 'met' : 'closed';
}

export type Decision =
	{ ok: true; life: Life; effects: Effect[] } | { ok: false; refusal: Refusal };

/** A life that has just begun, as a draft. */
export function newLife(now: Date): Life {
	return {
		state: 'draft',
		version: 0,
		since: now,
		...silence,
		postponedUntil: null,
		released: [],
		neverAgain: false
	};
}

/**
 * Judges one event. Answers the next life and what must follow from it, or why it is refused:
 * 'not_yours' (this part may never do it), 'too_late' (not in this state), 'no_channel' (a yes
 * without e-mail or phone), 'bad_date' (not between tomorrow and a year from now), 'not_due'.
 */
export function decide(life: Life, event: LifeEvent, part: Part, now: Date): Decision {
	const refusal = refuse(life, event, part, now);
	if (refusal) return { ok: false, refusal };
	const next = after(life, event, now);
	return { ok: true, life: next, effects: effectsOf(life, next, event) };
}

/** The life that a history tells, from its first event on. */
export function replay(history: { event: LifeEvent; at: Date }[], begun: Date): Life {
	return history.reduce((life, row) => after(life, row.event, row.at), newLife(begun));
}

function refuse(life: Life, event: LifeEvent, part: Part, now: Date): Refusal | null {
	const move = moves[event.kind];
	if (move.by !== 'silent party' && move.by !== part) return 'not_yours';
	if (!move.from.includes(life.state)) return 'too_late';
	if (move.by === 'silent party' && !mayQuieten(life.state, part)) return 'not_yours';
	return refuseContent(life, event, now);
}

function refuseContent(life: Life, event: LifeEvent, now: Date): Refusal | null {
	switch (event.kind) {
		case 'agree':
		case 'vouch':
			return event.channels.length === 0 ? 'no_channel' : null;
		case 'postpone':
		case 'snooze':
			return withinAYear(event.until, now) ? null : 'bad_date';
		case 'remind':
		case 'give_up':
			return dueTimer(life, now) === event.kind ? null : 'not_due';
		default:
			return null;
	}
}

function withinAYear(day: string, now: Date): boolean {
	const days = (Date.parse(day) - now.getTime()) / 86_400_000;
	return days > 0 && days <= 366;
}

function after(life: Life, event: LifeEvent, now: Date): Life {
	const next = { ...life, version: life.version + 1 };
	if (moves[event.kind].to === 'same') return { ...next, ...quieten(life, event, now) };
	return {
		...next,
		...silence,
		state: target(event),
		since: now,
		postponedUntil: event.kind === 'postpone' ? event.until : null,
		released: releasedBy(life, event),
		neverAgain: event.kind === 'decline' ? event.never : life.neverAgain && !opens(event)
	};
}

/** An answer that lets him be asked or reached again takes back an earlier "never again". */
function opens(event: LifeEvent): boolean {
	return event.kind === 'agree' || event.kind === 'postpone' || event.kind === 'redirect';
}

function target(event: LifeEvent): State {
	const { to } = moves[event.kind];
	if (to === 'same') throw new Error(`${event.kind} does not move`);
	return typeof to === 'function' ? to(event) : to;
}

function quieten(life: Life, event: LifeEvent, now: Date): Partial<Life> {
	if (event.kind === 'remind') return { reminders: life.reminders + 1, remindedAt: now };
	if (event.kind === 'snooze') return { snoozedUntil: new Date(event.until) };
	return { muted: true };
}

function releasedBy(life: Life, event: LifeEvent): Channel[] {
	if (event.kind === 'agree' || event.kind === 'vouch')
		return [...new Set(event.channels)].toSorted();
	const kept: EventKind[] = ['read', 'report', 'thank'];
	return kept.includes(event.kind) ? life.released : [];
}

/** What must follow from an event; each becomes one job in the same transaction. */
function effectsOf(before: Life, next: Life, event: LifeEvent): Effect[] {
	switch (event.kind) {
		case 'send':
			return ['deliver_request'];
		case 'ask':
			return ['deliver_ask'];
		case 'agree':
			return ['tell_requester_of_yes', 'tell_connector_of_answer'];
		case 'vouch':
			return ['tell_requester_of_yes'];
		case 'decline':
			return ['tell_requester_of_refusal', 'tell_connector_of_answer'];
		case 'postpone':
			return ['tell_requester_of_delay', 'tell_connector_of_answer'];
		case 'redirect':
			return ['open_linked_draft', 'tell_requester_of_suggestion', 'tell_connector_of_answer'];
		case 'turn_down':
			return ['tell_requester_of_refusal'];
		case 'suggest':
			return ['open_linked_draft', 'tell_requester_of_suggestion'];
		case 'read':
			return ['tell_connector_of_handover'];
		case 'report':
			return next.state === before.state ? [] : ['tell_connector_of_outcome'];
		case 'thank':
			return ['deliver_thanks'];
		case 'remind':
			return ['remind'];
		case 'give_up':
			return ['tell_both_of_silence'];
		case 'withdraw':
			return before.state === 'draft' ? [] : ['tell_of_withdrawal'];
		case 'snooze':
		case 'mute':
			return [];
		default:
			return event satisfies never;
	}
}
