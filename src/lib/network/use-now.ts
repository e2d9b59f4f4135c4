import { companyKey } from '#lib/people/company-name.ts';
import { searchText } from '#lib/people/search-text.ts';

/** Words of those who decide, in French and English, as searchText folds them. */
const senior =
	/\b(?:ceo|cfo|cto|coo|chief|head|director|directeur|directrice|vp|vice president|president|presidente|partner|associe|associee|founder|cofounder|fondateur|fondatrice|owner|gerant|gerante|dg|drh|daf|dsi|managing|responsable)\b/;

/**
 * How much use a contact may be to a member's open requests: they work where one of its targets does,
 * they decide, or at least work somewhere. Points beside those of closeness.
 */
export function useNow(
	contact: { company: string; position: string },
	wanted: ReadonlySet<string>
): number {
	const key = companyKey(contact.company);
	const works = key === '' ? 0 : 3;
	const opens = key !== '' && wanted.has(key) ? 40 : 0;
	return works + opens + (senior.test(searchText([contact.position])) ? 10 : 0);
}
