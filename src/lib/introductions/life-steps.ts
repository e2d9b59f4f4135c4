import { sayDayNear } from '#lib/i18n/dates.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { State } from '#lib/introductions/lifecycle.ts';
import type { RequesterState } from '#lib/introductions/requester-view.server.ts';
import type { TimelineLine } from '#lib/introductions/timeline.ts';

export interface LifeStep {
	label: string;
	state: 'done' | 'now' | 'next';
	date?: string;
}

type What = TimelineLine['what'];
type Step = { label: (_: object, options: { locale: Locale }) => string; by: readonly What[] };

/** The five steps of an introduction that goes well, and what brings each about. */
const steps: readonly Step[] = [
	{ label: m.introductions_step_request, by: ['send'] },
	{ label: m.introductions_step_ask, by: ['ask', 'vouch'] },
	{ label: m.introductions_step_answer, by: ['agree', 'vouch'] },
	{ label: m.introductions_step_contact, by: ['report'] },
	{ label: m.introductions_step_thanks, by: ['thank'] }
];

/** How many of the steps are done in each state; the next one is under way. */
const done: Partial<Record<State | RequesterState, number>> = {
	draft: 0,
	requested: 1,
	asked: 2,
	postponed: 2,
	unanswered: 2,
	agreed: 3,
	introduced: 3,
	met: 4,
	closed: 4,
	thanked: 5
};

const no: Step = { label: m.introductions_step_not_possible, by: ['not_possible'] };
const ends: Partial<Record<State | RequesterState, Step>> = {
	not_possible: no,
	declined: { ...no, by: ['declined'] },
	turned_down: { ...no, by: ['turned_down'] },
	redirected: { label: m.introductions_step_redirected, by: ['redirect', 'suggest'] },
	withdrawn: { label: m.introductions_step_withdrawn, by: ['withdraw'] }
};

/**
 * The line of steps behind a state. One that ended otherwise has two: it was asked for, and how it
 * ended, so that nothing tells at which step somebody said no.
 */
export function lifeSteps(
	state: State | RequesterState,
	timeline: readonly TimelineLine[],
	now: Date,
	locale: Locale
): LifeStep[] {
	const say = ({ label, by }: Step, reached: LifeStep['state']): LifeStep => {
		const line = timeline.findLast(({ what }) => by.includes(what));
		const date = line && reached === 'done' ? { date: sayDayNear(line.at, now, locale) } : {};
		return { label: label({}, { locale }), state: reached, ...date };
	};
	const end = ends[state];
	if (end) return [...steps.slice(0, 1), end].map((step) => say(step, 'done'));
	const count = done[state] ?? 0;
	return steps.map((step, at) => say(step, at < count ? 'done' : at === count ? 'now' : 'next'));
}
