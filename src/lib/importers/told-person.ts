import type { Career, ContactRecord, UnreadValue } from '#lib/importers/record.ts';
import type { DetailDraft, DetailKind } from '#lib/people/contact-draft.ts';
import { normaliseLink } from '#lib/people/link.ts';
import { normalisePhone } from '#lib/people/phone.ts';

/** A person as one row of a member's file tells of them, ready to be compared with contacts. */
export interface ToldPerson {
	/** Inside an archive; else empty. */
	file: string;
	line: number;
	givenName: string;
	familyName: string;
	fullName: string;
	company: string;
	position: string;
	connectedOn: string | null;
	nameAsWritten: string;
	credentials: string;
	positions: Career[];
	details: DetailDraft[];
	/** Values that were there and made no sense. */
	unread: UnreadValue[];
}

const longest = 300;

/** `country` (ISO 3166, two letters) reads phone numbers without a country code. */
export function toldPerson(record: ContactRecord, country?: string, file = ''): ToldPerson {
	const { line, givenName, familyName, fullName } = record;
	const person: ToldPerson = {
		file,
		line,
		givenName,
		familyName,
		fullName,
		company: clip(record.company),
		position: clip(record.position),
		connectedOn: record.connectedOn ?? null,
		nameAsWritten: clip(record.nameAsWritten),
		credentials: clip(record.credentials),
		positions: record.positions ?? [],
		details: record.emails.map((email) => detail('email', email)),
		unread: [...record.unread]
	};
	if (record.profile) person.details.push(detail('profile', record.profile));
	for (const phone of record.phones) addPhone(person, phone, country);
	for (const link of record.links) {
		const read = normaliseLink(link);
		if (read.ok) person.details.push(detail('link', read.normalised, read.value));
	}
	return person;
}

/** How a detail is looked up: kinds never mix. */
export function detailKey(detail: { kind: DetailKind; normalised: string }): string {
	return `${detail.kind} ${detail.normalised}`;
}

/** Whether a profile says who somebody is. */
export function hasProfile({ details }: Pick<ToldPerson, 'details'>): boolean {
	return details.some(({ kind }) => kind === 'profile');
}

function addPhone(person: ToldPerson, phone: string, country?: string): void {
	const read = normalisePhone(phone, country);
	if (read.ok) person.details.push(detail('phone', read.e164, read.display));
	else person.unread.push({ field: 'phone', value: clip(phone) });
}

function detail(kind: DetailKind, normalised: string, value = normalised): DetailDraft {
	return { kind, value, normalised };
}

function clip(text = ''): string {
	return text.length > longest ? text.slice(0, longest).toWellFormed() : text;
}
