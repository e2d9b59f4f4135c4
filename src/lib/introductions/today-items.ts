import { saySince, sayDayNear } from '#lib/i18n/dates.ts';
import { elide } from '#lib/i18n/elision.ts';
import { sayList } from '#lib/i18n/lists.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { IntroductionLine } from '#lib/introductions/introduction-list.server.ts';
import { firstName } from '#lib/introductions/letters/voice.ts';
import type { Today } from '#lib/introductions/today.ts';

/** One thing that waits: a sentence, a date, one thing to do. */
export interface TodayItem {
	key: string;
	/** Whose face stands beside it. */
	person: string;
	text: string;
	detail: string;
	action: string;
	href: string;
}

interface Telling {
	now: Date;
	locale: Locale;
}

/** What waits today in words, most pressing first: an answer, a request to me, follow-ups, drafts. */
export function todayItems(today: Today, now: Date, locale: Locale): TodayItem[] {
	const telling = { now, locale };
	const items = [
		...today.answers.map((line) => answer(line, telling)),
		...today.toMe.map((one) => toMe(one, telling)),
		...today.followUps.map((one) => followUp(one, telling)),
		...today.drafts.map((one) => draft(one, telling))
	];
	return items.map((item) => ({
		...item,
		text: elide(item.text, locale),
		detail: elide(item.detail, locale)
	}));
}

/** The greeting, with the best news in it. */
export function todayGreeting(today: Today, name: string, locale: Locale): string {
	const greet = (
		say: typeof m.introductions_today_hello_yes | typeof m.introductions_today_hello_asked,
		people: string[]
	) => {
		const who = sayList([...new Set(people.map(firstName))], locale);
		return elide(say({ name, who, count: new Set(people).size }, { locale }), locale);
	};
	if (today.answers.length > 0)
		return greet(
			m.introductions_today_hello_yes,
			today.answers.map((line) => line.target.name)
		);
	if (today.toMe.length > 0)
		return greet(
			m.introductions_today_hello_asked,
			today.toMe.map((one) => one.from)
		);
	const thank = today.followUps.find((one) => one.why === 'thank');
	if (!thank) return m.introductions_today_hello({ name }, { locale });
	return m.introductions_today_hello_thank({ name, who: firstName(thank.line.other) }, { locale });
}

function answer(line: IntroductionLine, { now, locale }: Telling): TodayItem {
	const words = { target: line.target.name, other: line.other };
	const since = saySince(line.since, now, locale);
	return {
		key: line.id,
		person: line.target.name,
		text: m.introductions_today_yes(words, { locale }),
		detail: m.introductions_today_yes_detail({ ...words, since }, { locale }),
		action: m.introductions_today_yes_action({}, { locale }),
		href: `/introductions/${line.id}`
	};
}

function toMe(one: Today['toMe'][number], { now, locale }: Telling): TodayItem {
	const words = { other: one.from, targets: sayList(one.targets, locale) };
	const [date, since] = [sayDayNear(one.since, now, locale), saySince(one.since, now, locale)];
	const text = one.again ? m.introductions_today_to_me_again : m.introductions_today_to_me;
	return {
		key: one.requestId,
		person: one.from,
		text: text(words, { locale }),
		detail: m.introductions_today_to_me_detail({ date, since }, { locale }),
		action: m.introductions_today_to_me_action({}, { locale }),
		href: `/requests/${one.requestId}`
	};
}

function followUp(
	{ line, why, targets }: Today['followUps'][number],
	{ now, locale }: Telling
): TodayItem {
	const words = { other: line.other, target: line.target.name, targets: sayList(targets, locale) };
	const date = sayDayNear(line.since, now, locale);
	const [text, detail, action] = followUpWords[why];
	const href = {
		note: `/introductions/${line.id}#outcome`,
		thank: `/requests/${line.requestId}/thanks`,
		silent: targets.length > 1 ? `/requests/${line.requestId}` : `/introductions/${line.id}`,
		undelivered: `/introductions/${line.id}`,
		away: `/introductions/${line.id}`
	};
	return {
		key: `${why}-${line.id}`,
		person: why === 'note' ? line.target.name : line.other,
		text: text(words, { locale }),
		detail: detail({ ...words, date }, { locale }),
		action: action({}, { locale }),
		href: href[why]
	};
}

const followUpWords = {
	away: [
		m.introductions_today_away,
		m.introductions_today_away_detail,
		m.introductions_today_silent_action
	],
	note: [
		m.introductions_today_note,
		m.introductions_today_note_detail,
		m.introductions_today_note_action
	],
	thank: [
		m.introductions_today_thank,
		m.introductions_today_thank_detail,
		m.introductions_today_thank_action
	],
	silent: [
		m.introductions_today_silent,
		m.introductions_today_silent_detail,
		m.introductions_today_silent_action
	],
	undelivered: [
		m.introductions_today_undelivered,
		m.introductions_today_undelivered_detail,
		m.introductions_today_undelivered_action
	]
} as const;

function draft(one: Today['drafts'][number], { now, locale }: Telling): TodayItem {
	const words = { other: one.to, targets: sayList(one.targets, locale) };
	const date = { date: sayDayNear(one.since, now, locale) };
	const [text, detail, action] =
		draftWords[one.held ? 'held' : one.suggested ? 'suggested' : 'begun'];
	return {
		key: one.requestId,
		person: one.to,
		text: text(words, { locale }),
		detail: detail(date, { locale }),
		action: action({}, { locale }),
		href: `/requests/${one.requestId}/write`
	};
}

const draftWords = {
	held: [m.peace_today_held, m.introductions_today_draft_detail, m.peace_today_held_action],
	suggested: [
		m.introductions_today_suggested,
		m.introductions_today_suggested_detail,
		m.introductions_today_suggested_action
	],
	begun: [
		m.introductions_today_draft,
		m.introductions_today_draft_detail,
		m.introductions_today_draft_action
	]
} as const;
