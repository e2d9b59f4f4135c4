import type { Part } from '#lib/access/part.ts';
import type { IntroductionRow, RequestRow } from '#lib/db/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { sayList } from '#lib/i18n/lists.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Effect } from '#lib/introductions/effect.ts';
import {
	answerNotice,
	delayNotice,
	handoverNotice,
	type Notice,
	type NoticeFacts,
	outcomeNotice,
	refusalNotice,
	silenceNotice,
	suggestionNotice,
	withdrawalNotice,
	yesNotice
} from '#lib/introductions/notices.ts';
import { reminder, reminderKind } from '#lib/introductions/reminders.ts';

/** All that the mails of one effect are made from. */
export interface Mailing {
	effect: Effect;
	/** The version of the change that called for it, and who made that change. */
	version: number;
	by: Part;
	request: RequestRow;
	introduction: IntroductionRow;
	/** The names of all who are asked for in this request, and of those who still wait for the connector. */
	named: string[];
	waiting: string[];
	requester: { name: string; email: string; locale: Locale };
	/** Placeholders, filled only when a mail is sent. */
	connectorLink: string;
	targetLink: string;
	publicUrl: string;
	/** The day of the last change, ISO. */
	since: string;
}

/** A mail without what is common to all mails of the introduction. */
export interface Delivery {
	cause: string;
	kind: 'letter' | 'notice' | 'reminder';
	to: { email: string; name?: string; memberId?: string };
	from?: { name: string; replyTo?: string };
	locale: Locale;
	subject: string;
	body: string;
	unsubscribe?: { url: string; byPost: boolean };
}

/** The mails an effect calls for: none, one or two. Whoever has no address gets none. */
export function deliver(mailing: Mailing): Delivery[] {
	const mails = mailsOf(mailing);
	return mails.filter((mail) => mail.to.email !== '');
}

function mailsOf(mailing: Mailing): Delivery[] {
	const { introduction: row } = mailing;
	const facts = factsOf(mailing);
	const forRequester = { ...facts, link: facts.page };
	const mine = mailing.requester.locale;
	const theirs = mailing.request.locale;
	switch (mailing.effect) {
		case 'deliver_request':
			return mailing.request.channel === 'mail' ? [requestMail(mailing)] : [];
		case 'deliver_ask':
			return row.askChannel === 'mail' ? [askMail(mailing)] : [];
		case 'deliver_thanks':
			return mailing.request.thanksChannel === 'mail' ? [thanksMail(mailing)] : [];
		case 'tell_requester_of_yes':
			return news(row, yes, toRequester(mailing, yesNotice(forRequester, row.vouched, mine)));
		case 'tell_requester_of_refusal':
			return news(row, no, toRequester(mailing, refusalNotice(forRequester, row.kindWord, mine)));
		case 'tell_requester_of_delay':
			return news(row, later, toRequester(mailing, delayNotice(delayed(forRequester, row), mine)));
		case 'tell_requester_of_suggestion':
			return news(
				row,
				another,
				toRequester(mailing, suggestionNotice(forRequester, mailing.by, mine))
			);
		case 'tell_connector_of_answer':
			return answered(mailing, delayed(facts, row), theirs);
		case 'tell_connector_of_handover':
			return [toConnector(mailing, handoverNotice(facts, theirs))];
		case 'tell_connector_of_outcome':
			return outcomeMails(mailing, facts, theirs);
		case 'tell_both_of_silence':
			return [
				toRequester(mailing, silenceNotice(forRequester, mine)),
				toConnector(mailing, silenceNotice(facts, theirs))
			];
		case 'tell_of_withdrawal':
			return [toConnector(mailing, withdrawalNotice(facts, theirs))];
		case 'remind':
			return reminders(mailing, facts);
		case 'open_linked_draft':
			return [];
	}
}

const yes = ['agreed', 'introduced', 'met', 'closed', 'thanked'];
const no = ['declined', 'turned_down'];
const later = ['postponed'];
const another = ['redirected'];

/** News that a later change has overtaken is not told: that change tells its own. */
function news(row: IntroductionRow, still: readonly string[], mail: Delivery): Delivery[] {
	return still.includes(row.state) ? [mail] : [];
}

function factsOf(mailing: Mailing): NoticeFacts {
	const { request, introduction, requester, publicUrl, connectorLink, since } = mailing;
	return {
		requester: requester.name,
		connector: request.connectorName,
		target: introduction.targetName,
		suggested: introduction.suggestedName,
		date: since,
		page: `${publicUrl}/introductions/${introduction.id}`,
		link: connectorLink
	};
}

const delayed = (facts: NoticeFacts, row: IntroductionRow): NoticeFacts => ({
	...facts,
	date: row.postponedUntil ?? facts.date
});

function requestMail(mailing: Mailing): Delivery {
	const { request, requester, named, connectorLink: link } = mailing;
	const { locale } = request;
	return {
		// One letter names all targets, so all their introductions share one cause.
		cause: `request:${request.id}`,
		kind: 'letter',
		to: { email: request.connectorEmail, name: request.connectorName },
		from: { name: requester.name, replyTo: requester.email },
		locale,
		subject: request.subject,
		body: withFooter(request.letter, requestFooter(named, link, locale))
	};
}

/** What stands below the requester's letter: where to answer, and who knows nothing yet. */
export function requestFooter(names: string[], link: string, locale: Locale): string {
	const words = { link, targets: sayList(names, locale) };
	return names.length === 1
		? m.notices_request_footer_one(words, { locale })
		: m.notices_request_footer(words, { locale });
}

/** What stands below the connector's ask: where to answer, and that nothing is passed on without a yes. */
export function askFooter(link: string, locale: Locale): string {
	return m.notices_ask_footer({ link }, { locale });
}

function askMail(mailing: Mailing): Delivery {
	const { request, introduction: row, targetLink: link } = mailing;
	const locale = row.askLocale ?? request.locale;
	const replyTo = request.connectorEmail;
	return {
		cause: causeOf(mailing, 'target'),
		kind: 'letter',
		to: { email: row.askEmail, name: row.targetName },
		from: { name: request.connectorName, ...(replyTo ? { replyTo } : {}) },
		locale,
		subject: row.askSubject,
		body: withFooter(row.askLetter, askFooter(link, locale))
	};
}

function thanksMail(mailing: Mailing): Delivery {
	const { request, requester, connectorLink: link } = mailing;
	const { locale } = request;
	const footer = m.notices_thanks_footer({ link, requester: requester.name }, { locale });
	return {
		cause: `thanks:${request.id}:${request.thankedAt?.toISOString() ?? ''}`,
		kind: 'letter',
		to: { email: request.connectorEmail, name: request.connectorName },
		from: { name: requester.name, replyTo: requester.email },
		locale,
		subject: m.notices_thanks_subject({ requester: requester.name }, { locale }),
		body: withFooter(request.thanksLetter ?? '', footer)
	};
}

function toRequester(mailing: Mailing, notice: Notice): Delivery {
	const { requester, request } = mailing;
	return {
		cause: causeOf(mailing, 'requester'),
		kind: 'notice',
		to: { email: requester.email, name: requester.name, memberId: request.requesterId },
		locale: requester.locale,
		...notice
	};
}

function toConnector(mailing: Mailing, notice: Notice): Delivery {
	return {
		cause: causeOf(mailing, 'connector'),
		kind: 'notice',
		to: connectorOf(mailing),
		locale: mailing.request.locale,
		...notice
	};
}

function connectorOf({ request }: Mailing): Delivery['to'] {
	const { connectorEmail: email, connectorName: name, connectorMemberId } = request;
	return { email, name, ...(connectorMemberId ? { memberId: connectorMemberId } : {}) };
}

function answered(mailing: Mailing, facts: NoticeFacts, locale: Locale): Delivery[] {
	const answers = {
		agreed: 'agree',
		declined: 'decline',
		postponed: 'postpone',
		redirected: 'redirect'
	} as const;
	const state = mailing.introduction.state;
	// A later change has come meanwhile and tells its own news.
	if (!isAnswer(state)) return [];
	return [toConnector(mailing, answerNotice(facts, answers[state], locale))];
}

function isAnswer(state: string): state is 'agreed' | 'declined' | 'postponed' | 'redirected' {
	return ['agreed', 'declined', 'postponed', 'redirected'].includes(state);
}

/** Thanks tell how it ended, and better; a notice beside them would be one mail too many. */
function outcomeMails(mailing: Mailing, facts: NoticeFacts, locale: Locale): Delivery[] {
	const { outcome, outcomeNote, state } = mailing.introduction;
	if (!outcome || state === 'thanked') return [];
	return [toConnector(mailing, outcomeNotice(facts, outcome, outcomeNote, locale))];
}

function reminders(mailing: Mailing, facts: NoticeFacts): Delivery[] {
	const { introduction: row, request, requester } = mailing;
	const kind = reminderKind(row.state, row.askChannel);
	// Something has happened since it was decided: there is nothing to be reminded of any more.
	if (!kind || mailing.version !== row.version) return [];
	if (kind === 'agreed' || kind === 'introduced') {
		const notice = reminder(kind, { ...facts, link: facts.page }, requester.locale);
		return [asReminder(toRequester(mailing, notice), facts.page)];
	}
	if (kind === 'target') {
		const { targetLink: link } = mailing;
		const locale = row.askLocale ?? request.locale;
		const to = { email: row.askEmail, name: row.targetName };
		const notice = reminder(kind, { ...facts, link }, locale);
		const cause = causeOf(mailing, 'target');
		return [asReminder({ cause, kind: 'reminder', to, locale, ...notice }, link)];
	}
	const all = kind === 'connector' ? sayList(mailing.waiting, request.locale) : facts.target;
	const notice = reminder(kind, delayed({ ...facts, target: all }, row), request.locale);
	const mail = asReminder(toConnector(mailing, notice), facts.link);
	// The connector of several targets is reminded of all of them by one mail.
	return [
		kind === 'connector' ? { ...mail, cause: `remind:${request.id}:${row.reminders}` } : mail
	];
}

function asReminder(mail: Delivery, url: string): Delivery {
	return { ...mail, kind: 'reminder', unsubscribe: { url, byPost: false } };
}

function causeOf({ effect, introduction, version }: Mailing, reader: string): string {
	return `${effect}:${introduction.id}:${version}:${reader}`;
}

function withFooter(letter: string, footer: string): string {
	return `${letter.trim()}\n\n—\n${footer}`;
}
