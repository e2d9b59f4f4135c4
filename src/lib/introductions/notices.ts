import type { Part } from '#lib/access/part.ts';
import { sayDate } from '#lib/i18n/dates.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Outcome } from '#lib/introductions/lifecycle.ts';

/** What a notice may say: names and addresses of pages, never a released detail. */
export interface NoticeFacts {
	requester: string;
	connector: string;
	target: string;
	suggested: string;
	/** ISO day of what the notice is about. */
	date: string;
	/** The introduction's page in the application. */
	page: string;
	/** The private page of whoever has no account, or `page`. */
	link: string;
}

/** A notice in its reader's language. */
export interface Notice {
	subject: string;
	body: string;
}

const paragraphs = (...parts: string[]) => parts.filter(Boolean).join('\n\n');

function said(facts: NoticeFacts, locale: Locale): NoticeFacts {
	return { ...facts, date: sayDate(facts.date, locale) };
}

/** The target said yes, or the connector has the target's word. */
export function yesNotice(facts: NoticeFacts, vouched: boolean, locale: Locale): Notice {
	const words = said(facts, locale);
	return {
		subject: m.notices_yes_subject(words, { locale }),
		body: vouched
			? m.notices_vouched_body(words, { locale })
			: m.notices_yes_body(words, { locale })
	};
}

/** The one neutral no, whoever said it; with the connector's kind word when there is one. */
export function refusalNotice(facts: NoticeFacts, word: string, locale: Locale): Notice {
	const words = said(facts, locale);
	return {
		subject: m.notices_refusal_subject(words, { locale }),
		body: paragraphs(
			m.notices_refusal_body(words, { locale }),
			word && m.notices_refusal_kind_word({ ...words, word }, { locale }),
			m.notices_refusal_next(words, { locale })
		)
	};
}

/** The target would rather be asked later. */
export function delayNotice(facts: NoticeFacts, locale: Locale): Notice {
	const words = said(facts, locale);
	return {
		subject: m.notices_delay_subject(words, { locale }),
		body: m.notices_delay_body(words, { locale })
	};
}

/** Somebody else was named, by the target or by the connector; a draft is ready. */
export function suggestionNotice(facts: NoticeFacts, by: Part, locale: Locale): Notice {
	const words = said(facts, locale);
	const body =
		by === 'target' ? m.notices_suggestion_body_target : m.notices_suggestion_body_connector;
	return {
		subject: m.notices_suggestion_subject(words, { locale }),
		body: body(words, { locale })
	};
}

const answers = {
	agree: [m.notices_answer_subject_agree, m.notices_answer_body_agree],
	decline: [m.notices_answer_subject_decline, m.notices_answer_body_decline],
	postpone: [m.notices_answer_subject_postpone, m.notices_answer_body_postpone],
	redirect: [m.notices_answer_subject_redirect, m.notices_answer_body_redirect]
} as const;

/** The target's answer, as the connector may know it: without details. */
export function answerNotice(
	facts: NoticeFacts,
	answer: keyof typeof answers,
	locale: Locale
): Notice {
	const words = said(facts, locale);
	const [subject, body] = answers[answer];
	return {
		subject: subject(words, { locale }),
		body: paragraphs(body(words, { locale }), m.notices_page_of_request(words, { locale }))
	};
}

/** The requester has opened the answer. */
export function handoverNotice(facts: NoticeFacts, locale: Locale): Notice {
	return {
		subject: m.notices_handover_subject(facts, { locale }),
		body: m.notices_handover_body(facts, { locale })
	};
}

const outcomes: Record<Outcome, typeof m.notices_outcome_met> = {
	in_contact: m.notices_outcome_in_contact,
	met: m.notices_outcome_met,
	nothing: m.notices_outcome_nothing,
	led_to: m.notices_outcome_led_to
};

/** What came of it, with the requester's own note. */
export function outcomeNotice(
	facts: NoticeFacts,
	outcome: Outcome,
	note: string,
	locale: Locale
): Notice {
	const words = { ...facts, outcome: outcomes[outcome]({}, { locale }) };
	return {
		subject: m.notices_outcome_subject(words, { locale }),
		body: paragraphs(m.notices_outcome_body(words, { locale }), note)
	};
}

/** Two reminders and no answer. */
export function silenceNotice(facts: NoticeFacts, locale: Locale): Notice {
	return {
		subject: m.notices_silence_subject(facts, { locale }),
		body: paragraphs(
			m.notices_silence_body(facts, { locale }),
			m.notices_page_of_request(facts, { locale })
		)
	};
}

/** The requester no longer needs it. */
export function withdrawalNotice(facts: NoticeFacts, locale: Locale): Notice {
	return {
		subject: m.notices_withdrawal_subject(facts, { locale }),
		body: m.notices_withdrawal_body(facts, { locale })
	};
}
