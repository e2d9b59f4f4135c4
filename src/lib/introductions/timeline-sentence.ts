import { sayDayNear } from '#lib/i18n/dates.ts';
import { elide } from '#lib/i18n/elision.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { firstName } from '#lib/introductions/letters/voice.ts';
import type { Outcome } from '#lib/introductions/lifecycle.ts';
import type { TimelineLine } from '#lib/introductions/timeline.ts';

/** Whom a story is about; its reader is named too, and read as "you". */
export interface StoryNames {
	requester: string;
	connector: string;
	target: string;
}
export type StoryReader = 'requester' | 'connector';

/** One line of a story in words. */
export interface StoryLine {
	text: string;
	/** The day, without its year when that is this year's. */
	date: string;
	at: Date;
}

type Words = StoryNames & { until: string; outcome: string };
type Say = (words: Words, options: { locale: Locale }) => string;

const common = {
	agree: m.introductions_line_agree,
	declined: m.introductions_line_declined,
	turned_down: m.introductions_line_turned_down,
	not_possible: m.introductions_line_not_possible,
	postpone: m.introductions_line_postpone,
	redirect: m.introductions_line_redirect,
	give_up: m.introductions_line_give_up,
	remind: m.introductions_line_remind
};
const says: Record<StoryReader, Record<TimelineLine['what'], Say>> = {
	requester: {
		...common,
		declined: m.introductions_line_not_possible,
		turned_down: m.introductions_line_not_possible,
		send: m.introductions_line_mine_send,
		ask: m.introductions_line_mine_ask,
		suggest: m.introductions_line_mine_suggest,
		vouch: m.introductions_line_mine_vouch,
		read: m.introductions_line_mine_read,
		report: m.introductions_line_mine_report,
		thank: m.introductions_line_mine_thank,
		withdraw: m.introductions_line_mine_withdraw
	},
	connector: {
		...common,
		send: m.introductions_line_asked_send,
		ask: m.introductions_line_asked_ask,
		suggest: m.introductions_line_asked_suggest,
		vouch: m.introductions_line_asked_vouch,
		read: m.introductions_line_asked_read,
		report: m.introductions_line_asked_report,
		thank: m.introductions_line_asked_thank,
		withdraw: m.introductions_line_asked_withdraw
	}
};

const outcomes: Record<Outcome, (_: object, options: { locale: Locale }) => string> = {
	in_contact: m.introductions_outcome_in_contact,
	met: m.introductions_outcome_met,
	nothing: m.introductions_outcome_nothing,
	led_to: m.introductions_outcome_led_to
};

/** What came of an introduction, in a few words without capital or full stop. */
export function sayOutcome(outcome: Outcome, locale: Locale): string {
	return outcomes[outcome]({}, { locale });
}

/** A story in sentences, in the order it happened. */
export function sayTimeline(
	lines: readonly TimelineLine[],
	names: StoryNames,
	reader: StoryReader,
	now: Date,
	locale: Locale
): StoryLine[] {
	const first = {
		requester: firstName(names.requester),
		connector: firstName(names.connector),
		target: firstName(names.target)
	};
	return lines.map((line, at) => {
		const words = { ...first, ...extras(line, now, locale) };
		const say =
			line.what === 'remind' ? reminded(lines.slice(0, at), reader) : says[reader][line.what];
		const text = say(words, { locale });
		return { text: elide(text, locale), date: sayDayNear(line.at, now, locale), at: line.at };
	});
}

function extras({ until, outcome, at }: TimelineLine, now: Date, locale: Locale) {
	return {
		until: sayDayNear(until ? new Date(until) : at, now, locale),
		outcome: outcome ? sayOutcome(outcome, locale) : ''
	};
}

/** Who was silent follows from what happened last before the reminder. */
function reminded(before: readonly TimelineLine[], reader: StoryReader): Say {
	const last = before.findLast(({ what }) => what !== 'remind')?.what;
	const party = last === 'send' || last === 'postpone' ? 'connector' : awaited(last);
	if (party === reader) return m.introductions_line_remind_you;
	return party === 'connector'
		? m.introductions_line_remind_connector
		: m.introductions_line_remind;
}

/** A target may be reminded through the connector: who of the two is left open. */
function awaited(last: TimelineLine['what'] | undefined): 'requester' | 'somebody' {
	return last === 'agree' || last === 'vouch' || last === 'read' ? 'requester' : 'somebody';
}
