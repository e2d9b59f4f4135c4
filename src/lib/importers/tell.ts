import type { KnownContact } from '#lib/importers/known-contacts.ts';
import { detailKey, type ToldPerson } from '#lib/importers/told-person.ts';
import type { DetailDraft } from '#lib/people/contact-draft.ts';
import { toldFields, type ToldField } from '#lib/people/contact-event.ts';
import { displayName } from '#lib/people/name.ts';

/** One thing that an import changed; `from` is empty where nothing was known. */
export interface Change {
	field: ToldField | DetailDraft['kind'] | 'connectedOn';
	from: string;
	to: string;
}

export interface News {
	changes: Change[];
	details: DetailDraft[];
	connectedOn: string | null;
}

/**
 * Tells a contact what a row says and answers what was new. What the owner wrote, emptied or took
 * away by hand stays; the first row of a file that tells of somebody may replace what earlier
 * imports said, later ones only fill what is empty.
 */
export function tell(person: ToldPerson, contact: KnownContact): News {
	const details = person.details.filter((detail) => isNew(detail, contact));
	const changes = toldFields.filter((field) => mayTell(field, person, contact)).map(toChange);
	for (const { field, to } of changes) contact[field] = to;
	contact.fullName = displayName(contact);
	for (const detail of details) contact.details.add(detailKey(detail));
	const connectedOn = contact.connectedOn ? null : person.connectedOn;
	contact.connectedOn ??= connectedOn;
	contact.told = true;
	return {
		changes: [...changes, ...details.map(added), ...connection(connectedOn)],
		details,
		connectedOn
	};

	function toChange(field: ToldField) {
		return { field, from: contact[field], to: person[field] };
	}
}

function mayTell(field: ToldField, person: ToldPerson, contact: KnownContact): boolean {
	const isName = field === 'givenName' || field === 'familyName';
	if (contact.byHand.has(field) || person[field] === '' || person[field] === contact[field])
		return false;
	if (isName) return !contact.told && !nameIsByHand(contact) && sharesProfile(person, contact);
	return contact[field] === '' || !contact.told;
}

/** A name is one thing: a corrected half is not mixed with the other half of a file. */
function nameIsByHand({ byHand }: KnownContact): boolean {
	return byHand.has('givenName') || byHand.has('familyName');
}

/** An address may be a household's: only the profile can rename somebody. */
function sharesProfile(person: ToldPerson, contact: KnownContact): boolean {
	return person.details.some(
		(detail) => detail.kind === 'profile' && contact.details.has(detailKey(detail))
	);
}

function isNew(detail: DetailDraft, contact: KnownContact): boolean {
	const key = detailKey(detail);
	return !contact.details.has(key) && !contact.removed.has(key);
}

function added({ kind, value }: DetailDraft): Change {
	return { field: kind, from: '', to: value };
}

function connection(day: string | null): Change[] {
	return day ? [{ field: 'connectedOn', from: '', to: day }] : [];
}
