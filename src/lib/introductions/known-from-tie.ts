import type { KnownFacts } from '#lib/coach/propose/known-facts.ts';
import { speaks } from '#lib/coach/propose/speaks.ts';
import { sayDate } from '#lib/i18n/dates.ts';
import { type Fact, sayFact } from '#lib/i18n/evidence-sentence.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { lastExchange } from '#lib/introductions/faint.ts';
import { strongestFact } from '#lib/network/strongest-fact.ts';

/** More than this is a story, and does not fit into a sentence of a letter, in characters. */
const shortWords = 80;
// A note on somebody (“he was my boss”) would sound odd in a letter to them.
const ofThem =
	/(?<!\p{L})(?:ils?|elles?|lui|leurs?|eux|son|sa|ses|l[’'](?:ai|as?|avons|ont|avais|avait)|he|she|him|her|his|they|them|their)(?!\p{L})/iu;

/** What a tie gives to say: the times and places two people share, or else the owner's own words; when they last had an exchange. */
export function knownFromTie(
	facts: readonly Fact[],
	closeness: KnownFacts['closeness']
): Pick<KnownFacts, 'bond' | 'lastExchange' | 'closeness'> {
	const last = lastExchange(facts).slice(0, 7);
	const month = (locale: Locale) => (last ? sayDate(last, locale) : '');
	return {
		bond: { fr: bond(facts, 'fr'), en: bond(facts, 'en') },
		lastExchange: { fr: month('fr'), en: month('en') },
		closeness
	};
}

function bond(facts: readonly Fact[], locale: Locale): string {
	const shared = facts.filter(({ kind }) => ['shared_employer', 'shared_school'].includes(kind));
	const strongest = strongestFact(shared, { certain: true });
	if (strongest) return sayFact(strongest.fact, locale, 'other');
	const declared = facts.find((fact) => fact.kind === 'declared');
	const own = (declared?.kind === 'declared' && declared.how) || '';
	const words = own.trim().replace(/[.!]$/, '');
	const fits = words.length <= shortWords && !words.includes('\n') && !ofThem.test(words);
	return fits && speaks(words, locale) ? words : '';
}
