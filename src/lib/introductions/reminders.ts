import { sayDate } from '#lib/i18n/dates.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Notice, NoticeFacts } from '#lib/introductions/notices.ts';

/** Which silence a reminder breaks. An ask sent by hand is reminded of through the connector. */
export type ReminderKind =
	'connector' | 'again' | 'target' | 'target_by_hand' | 'agreed' | 'introduced';

const texts = {
	connector: [m.notices_remind_connector_subject, m.notices_remind_connector_body],
	again: [m.notices_remind_again_subject, m.notices_remind_again_body],
	target: [m.notices_remind_target_subject, m.notices_remind_target_body],
	target_by_hand: [m.notices_remind_target_by_hand_subject, m.notices_remind_target_by_hand_body],
	agreed: [m.notices_remind_agreed_subject, m.notices_remind_agreed_body],
	introduced: [m.notices_remind_introduced_subject, m.notices_remind_introduced_body]
} as const;

/** A reminder that says what it is about, how little is needed, and how to stop it. */
export function reminder(kind: ReminderKind, facts: NoticeFacts, locale: Locale): Notice {
	const words = { ...facts, date: sayDate(facts.date, locale) };
	const [subject, body] = texts[kind];
	return {
		subject: subject(words, { locale }),
		body: `${body(words, { locale })}\n\n${m.notices_remind_stop({}, { locale })}`
	};
}

/** Whom a reminder goes to, and about what, in this state; null where nobody is waited for. */
export function reminderKind(
	state: string,
	askChannel: 'mail' | 'hand' | null
): ReminderKind | null {
	if (state === 'requested') return 'connector';
	if (state === 'postponed') return 'again';
	if (state === 'asked') return askChannel === 'mail' ? 'target' : 'target_by_hand';
	return state === 'agreed' || state === 'introduced' ? state : null;
}

/** Whether it is the connector who is reminded in this state. */
export function remindsConnector(state: string, askChannel: 'mail' | 'hand' | null): boolean {
	const kind = reminderKind(state, askChannel);
	return kind === 'connector' || kind === 'again' || kind === 'target_by_hand';
}
