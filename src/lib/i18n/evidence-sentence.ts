import { sayDate, sayMonthRange } from '#lib/i18n/dates.ts';
import { sayList } from '#lib/i18n/lists.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

type Direction = 'theirs' | 'mine';

/** What stands behind a number of messages; where both ways are known, `count` is their sum. */
interface Exchanged {
	count: number;
	first?: string;
	last?: string;
	mine?: number;
	theirs?: number;
	/** Who sent the last one. */
	lastFrom?: Direction;
	/** When the other person last wrote. */
	heard?: string;
	/** On how many days the owner wrote long enough ago to be answered, and how many of these were. */
	tried?: number;
	answered?: number;
}

/** Dates are ISO texts of a year, a month or a day. `theirs`: from the other person; `mine`: from the owner. */
export type Fact =
	| { kind: 'shared_employer'; company: string; from?: string; to?: string }
	| { kind: 'shared_school'; school: string; from?: string; to?: string }
	/**
	 * One company in two careers. `now`: they work there today; `apart`: at other times than the owner,
	 * which is certain. Else it is unknown when they were there: probably colleagues. `from`, `to`: the
	 * owner's time there.
	 */
	| {
			kind: 'same_company';
			company: string;
			from?: string;
			to?: string;
			at: 'now' | 'unknown' | 'apart';
	  }
	/** Two branches of one group, by their names: the owner was at `company`, they at `theirs`. */
	| {
			kind: 'same_company';
			company: string;
			theirs: string;
			from?: string;
			to?: string;
			at: 'group';
	  }
	/** The day of the connection fell into the owner's time at a place. */
	| { kind: 'connected_while'; on: string; place: string; doing: 'work' | 'study' }
	| ({ kind: 'messages'; by?: 'hand' } & Exchanged)
	| ({ kind: 'email' } & Exchanged)
	/** `crowd`: how many were at the smallest of them, where all were large. */
	| { kind: 'meeting'; count: number; first?: string; last?: string; crowd?: number }
	| { kind: 'invitation'; direction: Direction; on?: string; accepted: boolean; note: boolean }
	| { kind: 'connected'; on: string }
	| { kind: 'recommendation'; direction: Direction; on?: string; about?: string }
	| { kind: 'endorsement'; direction: Direction; count: number; last?: string; skills?: string[] }
	/** `part`: what the contact was in it. `names`: whom else it was about, as the owner may know. */
	| {
			kind: 'introduction';
			part: 'connector' | 'target' | 'introduced';
			names: string[];
			on?: string;
			done: boolean;
	  }
	| {
			kind: 'declared';
			closeness?: 'close' | 'good' | 'distant' | 'forgotten';
			how?: string;
			metWhere?: string;
			metOn?: string;
	  }
	| { kind: 'none' };

/** Who reads: the tie's owner ("you received their invitation") or somebody else ("invitation accepted"). */
export type Reader = 'owner' | 'other';

type Of<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;
type Say<Kind extends Fact['kind']> = (fact: Of<Kind>, locale: Locale, reader: Reader) => string;

function inTime(iso: string | undefined, locale: Locale): string {
	if (!iso) return '';
	return ` ${locale === 'fr' ? 'en' : 'in'} ${sayDate(iso.slice(0, 7), locale)}`;
}

function withRange(text: string, fact: { from?: string; to?: string }, locale: Locale): string {
	const range = sayMonthRange(fact.from, fact.to, locale);
	return range ? `${text}, ${range}` : text;
}

const sayInvitation: Say<'invitation'> = (fact, locale, reader) => {
	const said = {
		when: inTime(fact.on, locale),
		note: fact.note ? m.shell_tie_with_note({}, { locale }) : ''
	};
	if (reader === 'other')
		return fact.accepted
			? m.shell_tie_invitation_accepted(said, { locale })
			: m.shell_tie_invitation_sent(said, { locale });
	if (fact.direction === 'theirs')
		return fact.accepted
			? m.shell_tie_invited_me_accepted(said, { locale })
			: m.shell_tie_invited_me(said, { locale });
	return fact.accepted
		? m.shell_tie_invited_them_accepted(said, { locale })
		: m.shell_tie_invited_them(said, { locale });
};

const sayRecommendation: Say<'recommendation'> = (fact, locale, reader) => {
	const said = { when: inTime(fact.on, locale) };
	if (reader === 'other') return m.shell_tie_recommendation(said, { locale });
	return fact.direction === 'theirs'
		? m.shell_tie_recommended_me(said, { locale })
		: m.shell_tie_recommended_them(said, { locale });
};

const sayMeeting: Say<'meeting'> = ({ count, last, crowd }, locale) => {
	const when = inTime(last, locale);
	if (crowd) return m.network_fact_crowd({ count, crowd, when }, { locale });
	if (count === 1) return m.shell_tie_meeting_once({ when }, { locale });
	if (!when) return m.shell_tie_meeting_count({ count }, { locale });
	return m.shell_tie_meeting_last({ count, when }, { locale });
};

function sayCloseness(
	closeness: NonNullable<Of<'declared'>['closeness']>,
	locale: Locale,
	reader: Reader
): string {
	if (closeness === 'close') return m.shell_tie_close({}, { locale });
	if (closeness === 'good') return m.shell_tie_good({}, { locale });
	if (closeness === 'distant') return m.shell_tie_distant({}, { locale });
	return reader === 'owner'
		? m.shell_tie_forgotten({}, { locale })
		: m.shell_tie_forgotten_theirs({}, { locale });
}

const sayDeclared: Say<'declared'> = (fact, locale, reader) => {
	const place = fact.metWhere ? ` (${fact.metWhere})` : '';
	const met = { when: inTime(fact.metOn, locale), place };
	const parts = [
		fact.how,
		fact.closeness && sayCloseness(fact.closeness, locale, reader),
		(fact.metOn || fact.metWhere) && m.shell_tie_met(met, { locale })
	];
	return parts.filter(Boolean).join(', ') || m.shell_tie_none({}, { locale });
};

/** What only ever went one way is said so: it was no conversation. */
const sayMessages: Say<'messages'> = ({ count, last, mine, theirs }, locale, reader) => {
	if (!last) return m.shell_tie_message_count({ count }, { locale });
	const said = { when: inTime(last, locale).trim() };
	if (reader === 'owner' && mine === 0) return m.network_fact_wrote_me(said, { locale });
	if (reader === 'owner' && theirs === 0) return m.network_fact_wrote_them(said, { locale });
	return m.shell_tie_message_last(said, { locale });
};

const sayEmail: Say<'email'> = ({ count, last }, locale) =>
	last
		? m.shell_tie_email_last({ when: inTime(last, locale).trim() }, { locale })
		: m.shell_tie_email_count({ count }, { locale });

const saySameCompany: Say<'same_company'> = (fact, locale, reader) => {
	const { company, at } = fact;
	if (at === 'apart') return m.network_fact_apart({ company }, { locale });
	const own = sayMonthRange(fact.from, fact.to, locale);
	if (at === 'group')
		return reader === 'other' || !own
			? m.network_fact_group({ company, theirs: fact.theirs }, { locale })
			: m.network_fact_group_then({ company, theirs: fact.theirs, own }, { locale });
	if (reader === 'other' || !own) return m.network_fact_colleagues({ company }, { locale });
	return m.network_fact_colleagues_then({ company, own }, { locale });
};

const sayConnectedWhile: Say<'connected_while'> = ({ on, place, doing }, locale, reader) => {
	const day = sayDate(on, locale);
	if (reader === 'other') return sayConnected(on, locale);
	return doing === 'work'
		? m.network_fact_connected_work({ day, place }, { locale })
		: m.network_fact_connected_study({ day, place }, { locale });
};

function sayConnected(on: string, locale: Locale): string {
	return m.shell_tie_connected({ since: sayDate(on.slice(0, 7), locale) }, { locale });
}

const sayEndorsement: Say<'endorsement'> = ({ direction, last }, locale, reader) => {
	const when = inTime(last, locale);
	if (reader === 'other') return m.network_fact_endorsed({ when }, { locale });
	return direction === 'theirs'
		? m.network_fact_endorsed_me({ when }, { locale })
		: m.network_fact_endorsed_them({ when }, { locale });
};

/** Who introduced whom is the owner's to tell. */
const sayIntroduction: Say<'introduction'> = ({ part, names, on, done }, locale, reader) => {
	const said = { names: sayList(names, locale), when: inTime(on, locale) };
	if (reader === 'other') return m.network_fact_introduction({ when: said.when }, { locale });
	if (part === 'connector') return m.network_fact_asked_them(said, { locale });
	if (part === 'introduced')
		return done
			? m.network_fact_i_introduced(said, { locale })
			: m.network_fact_i_asked(said, { locale });
	return done
		? m.network_fact_introduced_by(said, { locale })
		: m.network_fact_asked_through(said, { locale });
};

/** One fact in words, without capital or full stop, about nobody's gender. */
export function sayFact(fact: Fact, locale: Locale, reader: Reader = 'owner'): string {
	switch (fact.kind) {
		case 'shared_employer':
			return withRange(m.shell_tie_employer({ company: fact.company }, { locale }), fact, locale);
		case 'shared_school':
			return withRange(m.shell_tie_school({ school: fact.school }, { locale }), fact, locale);
		case 'messages':
			return sayMessages(fact, locale, reader);
		case 'email':
			return sayEmail(fact, locale, reader);
		case 'meeting':
			return sayMeeting(fact, locale, reader);
		case 'invitation':
			return sayInvitation(fact, locale, reader);
		case 'connected':
			return sayConnected(fact.on, locale);
		case 'same_company':
			return saySameCompany(fact, locale, reader);
		case 'connected_while':
			return sayConnectedWhile(fact, locale, reader);
		case 'endorsement':
			return sayEndorsement(fact, locale, reader);
		case 'introduction':
			return sayIntroduction(fact, locale, reader);
		case 'recommendation':
			return sayRecommendation(fact, locale, reader);
		case 'declared':
			return sayDeclared(fact, locale, reader);
		case 'none':
			return m.shell_tie_none({}, { locale });
	}
}
