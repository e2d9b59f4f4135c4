import { searchText } from '#lib/people/search-text.ts';

/** What of a contact a search looks through; the name first, since lists are ordered by it. */
export interface Searchable {
	fullName: string;
	company: string;
	position: string;
	howKnown?: string;
	metWhere?: string;
	/** Companies and titles of the career. */
	positions?: readonly { company: string; title: string }[];
}

// A career of fifty posts is found by its first ones; the row stays light for thirty thousand others.
const longest = 1000;

/** The text kept in contacts.search_text. */
export function contactSearchText(contact: Searchable): string {
	const career = (contact.positions ?? []).flatMap((post) => [post.company, post.title]);
	const { fullName, company, position, howKnown, metWhere } = contact;
	return searchText([fullName, company, position, howKnown, metWhere, ...career]).slice(0, longest);
}

/** The words of a typed query, as they are looked for; at most eight. */
export function queryWords(query: string): string[] {
	return searchText([query.slice(0, 200)])
		.split(' ')
		.filter(Boolean)
		.slice(0, 8);
}
