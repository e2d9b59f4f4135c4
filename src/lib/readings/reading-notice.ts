import { elide } from '#lib/i18n/elision.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** What is told of a reading: to the adviser that it was asked for, to the requester what came of it. */
export type ReadingNews = 'asked' | 'given' | 'declined';

interface Facts {
	requester: string;
	adviser: string;
	connector: string;
	/** The adviser's word; may be empty. */
	word: string;
	page: string;
}

const texts = {
	asked: [m.readings_notice_asked_subject, m.readings_notice_asked_body],
	given: [m.readings_notice_given_subject, m.readings_notice_given_body],
	declined: [m.readings_notice_declined_subject, m.readings_notice_declined_body]
} as const;

/** The notice in its reader's language: names and a page, never the letter nor the remarks. */
export function readingNotice(
	news: ReadingNews,
	facts: Facts,
	locale: Locale
): { subject: string; body: string } {
	const [subject, body] = texts[news];
	const added = news === 'asked' || !facts.word ? [] : [said(facts, locale)];
	return {
		subject: elide(subject(facts, { locale }), locale),
		body: [elide(body(facts, { locale }), locale), ...added, facts.page].join('\n\n')
	};
}

function said(facts: Facts, locale: Locale): string {
	return m.readings_notice_word(facts, { locale });
}
