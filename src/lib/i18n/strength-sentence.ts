import { sayDate } from '#lib/i18n/dates.ts';
import { type Fact, sayFact } from '#lib/i18n/evidence-sentence.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** How likely an answer is, in words: no number is as exact as it looks. */
export const tieWords = ['sure', 'likely', 'possible', 'faint'] as const;
export type TieWord = (typeof tieWords)[number];

/** What a sentence about the strength of a tie is made of. */
export interface SaidStrength {
	word: TieWord;
	/** What speaks for an answer, the strongest first. */
	because: readonly Fact[];
	/** How often the owner wrote without an answer. */
	silences: number;
	/** Whether the owner set the word by hand. */
	said: boolean;
}

type Written = Extract<Fact, { kind: 'messages' | 'email' }>;
type Together = Extract<Fact, { kind: 'shared_employer' }>;

/** Whole years from here on, in months. */
const inYears = 24;

/**
 * One sentence, with its full stop: "Likely to answer: you wrote to each other 40 times, last in
 * June; colleagues at ACME for 4 years." For the owner of the tie.
 */
export function sayStrength(strength: SaidStrength, locale: Locale): string {
	const { said, silences } = strength;
	const word = sayTieWord(strength.word, locale);
	if (said) return m.network_strength_said({ word }, { locale });
	const reasons = [
		...reasonsOf(strength, locale),
		...(silences > 0 ? [m.network_strength_silences({ count: silences }, { locale })] : [])
	];
	const why = reasons.length > 0 ? reasons : [m.shell_tie_none({}, { locale })];
	const joined = why.join(locale === 'fr' ? '\u202f; ' : '; ');
	return m.network_strength_because({ word, why: joined }, { locale });
}

/** The word alone, as it begins a sentence. */
export function sayTieWord(word: TieWord, locale: Locale): string {
	return {
		sure: m.network_strength_sure,
		likely: m.network_strength_likely,
		possible: m.network_strength_possible,
		faint: m.network_strength_faint
	}[word]({}, { locale });
}

/** The two strongest reasons, all letters being one. */
function reasonsOf({ because }: SaidStrength, locale: Locale): string[] {
	const letters = because.filter(isWritten);
	const [firstLetter] = letters;
	const others = because.filter((fact) => !isWritten(fact) || fact === firstLetter);
	return others.slice(0, 2).map((fact) => {
		if (isWritten(fact)) return sayWritten(letters, locale);
		return fact.kind === 'shared_employer' ? sayColleagues(fact, locale) : sayFact(fact, locale);
	});
}

function isWritten(fact: Fact): fact is Written {
	return fact.kind === 'email' || (fact.kind === 'messages' && fact.by !== 'hand');
}

/** Of whatever kind: a message is a message. */
function sayWritten(letters: readonly Written[], locale: Locale): string {
	const count = letters.reduce((sum, fact) => sum + fact.count, 0);
	const last = letters
		.map((fact) => fact.last ?? '')
		.toSorted()
		.at(-1);
	const when = last ? sayDate(last.slice(0, 7), locale) : '';
	const both = letters.some(({ mine, theirs }) => mine !== 0 && theirs !== 0);
	if (!when)
		return both
			? m.network_strength_wrote_undated({ count }, { locale })
			: m.network_strength_heard_undated({ count }, { locale });
	return both
		? m.network_strength_wrote({ count, when }, { locale })
		: m.network_strength_heard({ count, when }, { locale });
}

function sayColleagues(fact: Together, locale: Locale): string {
	const { company } = fact;
	const months = fact.from && fact.to ? monthsBetween(fact.from, fact.to) : 0;
	if (months < inYears) return sayFact(fact, locale);
	const years = Math.floor(months / 12);
	return m.network_strength_colleagues({ company, years }, { locale });
}

function monthsBetween(from: string, to: string): number {
	return monthNumber(to) - monthNumber(from);
}

function monthNumber(date: string): number {
	return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1);
}
