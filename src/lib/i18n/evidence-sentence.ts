import { sayDate, sayMonthRange } from '#lib/i18n/dates.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** Dates are ISO texts of a year, a month or a day. `theirs`: from the other person; `mine`: from the owner. */
export type Fact =
	| { kind: 'shared_employer'; company: string; from?: string; to?: string }
	| { kind: 'shared_school'; school: string; from?: string; to?: string }
	| { kind: 'messages'; count: number; first?: string; last?: string }
	| { kind: 'email'; count: number; last?: string }
	| { kind: 'meeting'; count: number; last?: string }
	| {
			kind: 'invitation';
			direction: 'theirs' | 'mine';
			on?: string;
			accepted: boolean;
			note: boolean;
	  }
	| { kind: 'connected'; on: string }
	| { kind: 'recommendation'; direction: 'theirs' | 'mine'; on?: string }
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

const sayMeeting: Say<'meeting'> = ({ count, last }, locale) => {
	const when = inTime(last, locale);
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

const sayMessages: Say<'messages'> = ({ count, last }, locale) =>
	last
		? m.shell_tie_message_last({ when: inTime(last, locale).trim() }, { locale })
		: m.shell_tie_message_count({ count }, { locale });

const sayEmail: Say<'email'> = ({ count, last }, locale) =>
	last
		? m.shell_tie_email_last({ when: inTime(last, locale).trim() }, { locale })
		: m.shell_tie_email_count({ count }, { locale });

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
			return m.shell_tie_connected({ since: sayDate(fact.on.slice(0, 7), locale) }, { locale });
		case 'recommendation':
			return sayRecommendation(fact, locale, reader);
		case 'declared':
			return sayDeclared(fact, locale, reader);
		case 'none':
			return m.shell_tie_none({}, { locale });
	}
}
