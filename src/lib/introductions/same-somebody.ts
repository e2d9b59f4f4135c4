import { searchText } from '#lib/people/search-text.ts';

/** What is known of somebody named in a request, typed or picked. */
export interface Named {
	contactId: string | null;
	/** Of their contact, where it is matched. */
	personId: string | null;
	emails: readonly string[];
	profile: string;
	name: string;
	company: string;
}

/**
 * Whether two requests of one member name the same person: by contact, person, address or profile;
 * where one was only typed, by the name, unless their companies tell them apart.
 */
export function isSameSomebody(one: Named, other: Named): boolean {
	if (one.contactId !== null && one.contactId === other.contactId) return true;
	if (one.personId !== null && one.personId === other.personId) return true;
	if (one.emails.some((email) => other.emails.includes(email))) return true;
	if (one.profile !== '' && one.profile === other.profile) return true;
	if (one.contactId !== null && other.contactId !== null) return false;
	return isSameName(one, other);
}

function isSameName(one: Named, other: Named): boolean {
	const name = searchText([one.name]);
	if (name === '' || name !== searchText([other.name])) return false;
	const [here, there] = [searchText([one.company]), searchText([other.company])];
	return here === '' || there === '' || here === there;
}
