import { type TextForm, textForm } from '#lib/matching/compare-texts.ts';
import { jaroWinkler } from '#lib/matching/jaro-winkler.ts';
import { diceLikeness } from '#lib/matching/letter-pairs.ts';
import { mayBeLike } from '#lib/matching/letter-set.ts';
import { type Level, level } from '#lib/matching/level.ts';
import { compareCompanyNames, isInitialsOf } from '#lib/people/company-likeness.ts';
import { type CompanyName, readCompanyName } from '#lib/people/company-name.ts';

/** A company by its key, ready to be compared. */
export interface CompanyForm extends TextForm {
	read: CompanyName;
}

/** What comparing needs to know of a company's key. */
export function companyForm(key: string): CompanyForm {
	return { ...textForm(key), read: readCompanyName(key) };
}

/**
 * Companies: `alias` for another branch, the words written together or initials; a subsidiary is
 * `close` to whose name it begins with, for people say either.
 */
export function compareCompanies(a: CompanyForm, b: CompanyForm): Level {
	if (a.text === b.text) return level.exact;
	const said = compareCompanyNames(a.read, b.read);
	if (said === 'related') return level.close;
	if (said !== 'apart' || areInitials(a, b) || isJoined(a, b)) return level.alias;
	const likeness = diceLikeness(a.pairs, b.pairs);
	if (likeness >= 0.8 || isLike(a, b)) return level.close;
	return likeness >= 0.6 ? level.faint : level.different;
}

function isLike(a: CompanyForm, b: CompanyForm): boolean {
	return mayBeLike(a, b, 0.94) && jaroWinkler(a.text, b.text) >= 0.94;
}

function areInitials({ read: one }: CompanyForm, { read: other }: CompanyForm): boolean {
	return isInitialsOf(one.words, other.words) || isInitialsOf(other.words, one.words);
}

/** As the domain of an address joins them: "fjordconseil". */
function isJoined(a: TextForm, b: TextForm): boolean {
	return a.pairs.length === b.pairs.length && a.words.join('') === b.words.join('');
}
