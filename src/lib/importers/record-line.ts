import type { ContactRecord, ImportRecord, Somebody } from '#lib/importers/record.ts';
import { readPersonName } from '#lib/people/person-name.ts';
import { normalisePhone } from '#lib/people/phone.ts';

/** A record as other programs read it: plain JSON, with where it came from. */
export interface RecordLine {
	kind: ImportRecord['kind'];
	source: { file: string; line: number };
	[field: string]: unknown;
}

/**
 * One record for other programs. What is about one person has the person's names, `emails`, `phones`
 * (E.164 where their country is known by themselves or by `country`, ISO 3166, else as written) and
 * `urls`, the profile first. `company`, `position` and `connectedOn` (YYYY-MM-DD) are null where
 * nothing was said.
 */
export function recordLine(record: ImportRecord, file: string, country?: string): RecordLine {
	const { line, unread, ...told } = record;
	const source = { file, line };
	const rest = unread.length > 0 ? { unread, source } : { source };
	switch (told.kind) {
		case 'contact':
			return { ...contact(told, country), ...rest };
		case 'invitation':
			return { ...told, ...person(told.direction === 'theirs' ? told.from : told.to), ...rest };
		case 'endorsement':
			return { ...told, ...person(told.person), ...rest };
		case 'recommendation':
			return { ...told, ...person(told.person), ...work(told.company, told.position), ...rest };
		case 'position': {
			const { title, ...post } = told;
			return { ...post, ...work(post.company, title), ...rest };
		}
		case 'own_email':
			return { ...told, emails: [told.email], ...rest };
		default:
			return { ...told, ...rest };
	}
}

function contact(told: Omit<ContactRecord, 'line' | 'unread'>, country: string | undefined) {
	const { profile, links, company, position, connectedOn, ...own } = told;
	return {
		...own,
		phones: [...new Set(told.phones.map((phone) => e164(phone, country)))],
		urls: profile === undefined ? links : [profile, ...links],
		...work(company, position),
		connectedOn: connectedOn ?? null
	};
}

function e164(phone: string, country: string | undefined): string {
	const read = normalisePhone(phone, country);
	return read.ok ? read.e164 : phone;
}

function person({ fullName, email, profile }: Somebody) {
	const { givenName, familyName } = readPersonName({ fullName });
	const emails = email === undefined ? [] : [email];
	const urls = profile === undefined ? [] : [profile];
	return { givenName, familyName, fullName, emails, phones: [], urls };
}

function work(company: string | undefined, position: string | undefined) {
	return { company: company ?? null, position: position ?? null };
}
