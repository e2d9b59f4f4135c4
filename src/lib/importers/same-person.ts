import {
	type KnownContact,
	type KnownContacts,
	type Marked,
	profilesOf
} from '#lib/importers/known-contacts.ts';
import { detailKey } from '#lib/importers/told-person.ts';

/**
 * The contact a row is about, if there is one: the one the same row told of before; else by LinkedIn
 * profile, else by e-mail address, else by exact name together with the company or the day of the
 * connection. Never by name alone, and never against a different profile. Of several, the one that
 * agrees most.
 */
export function samePerson(person: Marked, known: KnownContacts): KnownContact | undefined {
	let best: { contact: KnownContact; agreement: number } | undefined;
	for (const contact of known.candidates(person)) {
		const agreement = agreementOf(person, contact);
		if (agreement > (best?.agreement ?? 0)) best = { contact, agreement };
	}
	return best?.contact;
}

/** 0: another person. Each stronger reason outweighs all the weaker ones together. */
function agreementOf(person: Marked, contact: KnownContact): number {
	if (contact.marks.has(person.mark)) return 1000;
	const profiles = profilesOf(contact);
	const profile = person.details.find(({ kind }) => kind === 'profile');
	if (profile && profiles.length > 0)
		return profiles.includes(detailKey(profile)) ? 300 + likeness(person, contact) : 0;
	const sharesEmail = person.details.some(
		(detail) => detail.kind === 'email' && contact.details.has(detailKey(detail))
	);
	if (sharesEmail) return 200 + likeness(person, contact);
	return sameByName(person, contact) ? 100 + likeness(person, contact) : 0;
}

function likeness(person: Marked, contact: KnownContact): number {
	const fields = ['fullName', 'company', 'position', 'connectedOn'] as const;
	return fields.filter((field) => person[field] === contact[field]).length;
}

/**
 * The same name at the same company, unless they were connected on different days (time zones make
 * one day two); or the same name on the same day, for people change company; or a name of which
 * neither side knows anything more. A file tells of each person once: of somebody it told of
 * already, only the same company on the same day is another telling, and homonyms stay apart.
 */
function sameByName(person: Marked, contact: KnownContact): boolean {
	if (person.fullName !== contact.fullName) return false;
	const days = daysBetween(person.connectedOn, contact.connectedOn);
	const sameCompany = person.company !== '' && sameWords(person.company, contact.company);
	if (contact.told) return sameCompany && days === 0;
	if (sameCompany) return days === undefined || days <= 1;
	return days === 0 || (isBare(person) && person.details.length === 0 && isBare(contact));
}

function isBare(somebody: { company: string; connectedOn: string | null }): boolean {
	return somebody.company === '' && somebody.connectedOn === null;
}

function sameWords(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

function daysBetween(one: string | null, other: string | null): number | undefined {
	if (one === null || other === null) return undefined;
	return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}
