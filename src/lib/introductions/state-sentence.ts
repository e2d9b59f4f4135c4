import { sayDayNear } from '#lib/i18n/dates.ts';
import { elide } from '#lib/i18n/elision.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { IntroductionLine } from '#lib/introductions/introduction-list.server.ts';
import { firstName } from '#lib/introductions/letters/voice.ts';

/** What the sentence of a state is made from. */
export type Situation = Pick<
	IntroductionLine,
	'as' | 'other' | 'target' | 'state' | 'since' | 'postponedUntil' | 'sendOn' | 'barred' | 'away'
>;
export type StateTone = 'agreed' | 'waiting' | 'said' | undefined;

type Words = { other: string; target: string; date: string; until: string };
type Say = (words: Words, options: { locale: Locale }) => string;

const notPossible = m.introductions_state_mine_not_possible;
const mine: Record<Situation['state'], Say> = {
	draft: m.introductions_state_mine_draft,
	requested: m.introductions_state_mine_requested,
	asked: m.introductions_state_mine_asked,
	agreed: m.introductions_state_mine_agreed,
	introduced: m.introductions_state_mine_introduced,
	met: m.introductions_state_mine_met,
	closed: m.introductions_state_mine_closed,
	thanked: m.introductions_state_mine_thanked,
	not_possible: notPossible,
	declined: notPossible,
	turned_down: notPossible,
	postponed: m.introductions_state_mine_postponed,
	redirected: m.introductions_state_mine_redirected,
	unanswered: m.introductions_state_mine_unanswered,
	withdrawn: m.introductions_state_mine_withdrawn
};
const askedOfMe: Record<Situation['state'], Say> = {
	draft: m.introductions_state_asked_requested,
	requested: m.introductions_state_asked_requested,
	asked: m.introductions_state_asked_asked,
	agreed: m.introductions_state_asked_agreed,
	introduced: m.introductions_state_asked_introduced,
	met: m.introductions_state_asked_met,
	closed: m.introductions_state_asked_closed,
	thanked: m.introductions_state_asked_thanked,
	not_possible: m.introductions_state_asked_turned_down,
	declined: m.introductions_state_asked_declined,
	turned_down: m.introductions_state_asked_turned_down,
	postponed: m.introductions_state_asked_postponed,
	redirected: m.introductions_state_asked_redirected,
	unanswered: m.introductions_state_asked_unanswered,
	withdrawn: m.introductions_state_asked_withdrawn
};

/**
 * Where an introduction stands, as a sentence with its date: "Dean asked Paul on 3 March; no answer
 * yet". A requester reads every no as the same neutral sentence.
 */
export function stateSentence(situation: Situation, now: Date, locale: Locale): string {
	const { as, state, barred, since, postponedUntil, sendOn } = situation;
	const words = {
		other: firstName(situation.other),
		target: firstName(situation.target.name),
		date: sayDayNear(since, now, locale),
		until: sayDayNear(postponedUntil ? new Date(postponedUntil) : since, now, locale)
	};
	if (standsStill(situation)) return m.introductions_state_mine_away(words, { locale });
	if (barred) return m.introductions_state_mine_barred(words, { locale });
	if (state === 'draft' && sendOn) return waitsUntil(words.other, sendOn, now, locale);
	const say = (as === 'requester' ? mine : askedOfMe)[state];
	return elide(say(words, { locale }), locale);
}

function waitsUntil(other: string, sendOn: string, now: Date, locale: Locale): string {
	const date = sayDayNear(new Date(sendOn), now, locale);
	return m.peace_state_waits({ other, date }, { locale });
}

/** It is the connector's turn, and there is no connector any more. */
export function standsStill({ state, away }: Pick<Situation, 'state' | 'away'>): boolean {
	return away && (state === 'requested' || state === 'postponed');
}

/** The tone a state is said in; a no has none: nobody is blamed in red. */
export function stateTone({
	state,
	barred,
	sendOn
}: Pick<Situation, 'state' | 'barred' | 'sendOn'>): StateTone {
	if (barred) return undefined;
	if (sendOn) return 'waiting';
	if (['agreed', 'introduced', 'met', 'closed', 'thanked'].includes(state)) return 'agreed';
	if (['requested', 'asked', 'postponed', 'unanswered'].includes(state)) return 'waiting';
	return state === 'draft' || state === 'redirected' ? 'said' : undefined;
}
