import { sayDate } from '#lib/i18n/dates.ts';
import { type Fact, sayFact } from '#lib/i18n/evidence-sentence.ts';
import { sayList } from '#lib/i18n/lists.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

type Written = Extract<Fact, { kind: 'messages' | 'email' }>;

/**
 * One fact with all that is known of it, for its owner: how many, both ways, first and last. Without
 * capital or full stop; see sayFact for the short form.
 */
export function sayWholeFact(fact: Fact, locale: Locale): string {
	switch (fact.kind) {
		case 'messages':
		case 'email':
			return withWays(writing(fact, locale), fact, locale);
		case 'meeting':
			if (fact.crowd) return sayFact(fact, locale);
			return m.network_full_meetings({ ...fact, span: span(fact, locale) }, { locale });
		case 'connected':
			return m.network_full_connected({ day: sayDate(fact.on, locale) }, { locale });
		case 'endorsement':
			return endorsement(fact, locale);
		default:
			return sayFact(fact, locale);
	}
}

function writing(fact: Written, locale: Locale): string {
	const said = { count: fact.count, span: span(fact, locale) };
	if (fact.kind === 'email') return m.network_full_emails(said, { locale });
	return fact.by === 'hand'
		? m.network_full_messages_by_hand(said, { locale })
		: m.network_full_messages(said, { locale });
}

function withWays(sum: string, { mine, theirs }: Written, locale: Locale): string {
	if (mine === undefined || theirs === undefined) return sum;
	return m.network_full_ways({ sum, mine, theirs }, { locale });
}

/** ", le 5 mai 2011", ", de mars 2004 à mai 2011"; empty where no day is known. */
function span({ first, last }: { first?: string; last?: string }, locale: Locale): string {
	if (!last) return '';
	const [from, to] = [
		sayDate((first ?? last).slice(0, 7), locale),
		sayDate(last.slice(0, 7), locale)
	];
	if (from !== to) return elideMonth(m.network_full_span({ from, to }, { locale }), locale);
	if (first === last && last.length === 10)
		return m.network_full_on({ day: sayDate(last, locale) }, { locale });
	return m.network_full_in({ month: to }, { locale });
}

function endorsement(fact: Extract<Fact, { kind: 'endorsement' }>, locale: Locale): string {
	const skills = fact.skills ?? [];
	if (skills.length === 0) return sayFact(fact, locale);
	const said = {
		skills: sayList(skills, locale),
		when: span({ ...(fact.last && { last: fact.last }) }, locale)
	};
	return fact.direction === 'theirs'
		? m.network_full_endorsed_me(said, { locale })
		: m.network_full_endorsed_them(said, { locale });
}

/** Names of months are no names of people: they begin small. */
function elideMonth(text: string, locale: Locale): string {
	return locale === 'fr' ? text.replace(/(?<=, d)e (?=[ao])/, '’') : text;
}
