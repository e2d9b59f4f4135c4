import { cleanCell, excerptOf } from '#lib/importers/cell.ts';
import { readAddresses, readEmails, readPhones } from '#lib/importers/mapped-values.ts';
import type {
	Career,
	ContactRecord,
	ImportRow,
	RefusalReason,
	UnreadValue
} from '#lib/importers/record.ts';
import { readPersonName, type PersonName } from '#lib/people/person-name.ts';

/** What an address book says of one entry: texts as cleanCell makes them, each may be empty. */
export interface BookEntry {
	line: number;
	/** The beginning of the entry, for its owner to find it again if it is refused. */
	excerpt: string;
	prefix: string;
	givenName: string;
	middleName: string;
	familyName: string;
	suffix: string;
	fullName: string;
	nickname: string;
	emails: string[];
	phones: string[];
	/** Fax and pager: taken only where there is no other number. */
	otherPhones: string[];
	/** On the web. */
	addresses: string[];
	/** A profile on LinkedIn, by its address or by its name alone. */
	profiles: string[];
	companies: string[];
	positions: string[];
	/** Day of the connection, YYYY-MM-DD. */
	connectedOn?: string;
	unread: UnreadValue[];
}

/** Longer than any name; an index has to hold it. */
const longestName = 400;

/** An entry of which nothing is known yet. */
export function bookEntry(line: number, excerpt: string): BookEntry {
	return {
		line,
		excerpt,
		prefix: '',
		givenName: '',
		middleName: '',
		familyName: '',
		suffix: '',
		fullName: '',
		nickname: '',
		emails: [],
		phones: [],
		otherPhones: [],
		addresses: [],
		profiles: [],
		companies: [],
		positions: [],
		unread: []
	};
}

/**
 * The contact that an entry of an address book is. Whoever has no name goes by the nickname, else by
 * the company, else by an e-mail address, a number or a web address; only an entry with none of
 * these is refused.
 */
export function readEntry(entry: BookEntry): ImportRow {
	const { line, unread } = entry;
	const emails = readEmails(entry.emails, unread);
	const phones = readPhones(entry.phones.some(Boolean) ? entry.phones : entry.otherPhones);
	const { profile, links } = readAddresses(addressesOf(entry), unread);
	const companies = entry.companies.filter(Boolean);
	const name = readName(entry);
	const fullName =
		name.fullName || companies[0] || emails[0] || phones[0] || profile || links[0] || '';
	if (fullName === '') return refused(entry, 'nameless');
	if (fullName.length > longestName) return refused(entry, 'too_long');
	const record: ContactRecord = {
		kind: 'contact',
		line,
		givenName: name.givenName,
		familyName: name.familyName,
		fullName,
		emails,
		phones,
		profile,
		links,
		company: companies[0],
		position: entry.positions.find(Boolean),
		unread
	};
	if (entry.connectedOn !== undefined) record.connectedOn = entry.connectedOn;
	if (companies.length > 1) addCareer(record, companies, entry.positions);
	addBesides(record, entry, name);
	return { kind: 'record', record };
}

function addressesOf({ profiles, addresses }: BookEntry): string[] {
	return profiles.length === 0 ? addresses : [...profiles.map(profileAddress), ...addresses];
}

function refused(entry: BookEntry, reason: RefusalReason): ImportRow {
	return { kind: 'refused', line: entry.line, reason, excerpt: excerptOf(entry.excerpt) };
}

function readName(entry: BookEntry): PersonName {
	const { middleName, familyName } = entry;
	const givenName = middleName === '' ? entry.givenName : joined(entry.givenName, middleName);
	if (givenName !== '' || familyName !== '') return readPersonName({ givenName, familyName });
	return readPersonName({ fullName: entry.fullName || entry.nickname });
}

/** The name as written where it is not the full name, and what was set apart from it. */
function addBesides(record: ContactRecord, entry: BookEntry, name: PersonName): void {
	const { prefix, suffix } = entry;
	const written = entry.fullName || writtenParts(entry) || name.asWritten;
	const differs = written !== '' && written !== record.fullName;
	if (differs && written.length <= longestName) record.nameAsWritten = written;
	const beside =
		prefix === '' && suffix === '' ? name.credentials : commas(prefix, name.credentials, suffix);
	if (beside !== '') record.credentials = beside;
}

function writtenParts({ prefix, givenName, middleName, familyName, suffix }: BookEntry): string {
	return joined(prefix, givenName, middleName, familyName, suffix);
}

function commas(...texts: string[]): string {
	const parts = texts.flatMap((text) => text.split(',')).map(cleanCell);
	return [...new Set(parts.filter(Boolean))].join(', ');
}

/** Told only of somebody with several posts. */
function addCareer(
	record: ContactRecord,
	companies: readonly string[],
	titles: readonly string[]
): void {
	const career: Career[] = companies.map((company, index) => {
		const title = titles[index] ?? '';
		return title === '' ? { company } : { company, title };
	});
	const different = new Set(career.map(({ company, title }) => `${company}\n${title}`));
	if (different.size > 1) record.positions = career;
}

function profileAddress(value: string): string {
	const name = value.trim();
	return /^[\p{L}\p{N}-]{2,100}$/u.test(name) ? `https://www.linkedin.com/in/${name}` : name;
}

function joined(...parts: string[]): string {
	return parts.filter(Boolean).join(' ');
}
