import { companyKey } from '#lib/people/company-name.ts';
import { normaliseEmail } from '#lib/people/email.ts';
import { mailProviders } from '#lib/people/mail-providers.ts';
import { readPersonName } from '#lib/people/person-name.ts';
import { normalisePhone } from '#lib/people/phone.ts';
import { normaliseProfile } from '#lib/people/profile-address.ts';
import { searchText } from '#lib/people/search-text.ts';
import { dateDigits } from '#lib/matching/compare-dates.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { nameWords } from '#lib/matching/name-form.ts';

/** The values of a record in the form in which they are compared; none is empty. */
export interface ReadValues {
	givenName: string[];
	/** With the maiden name. */
	familyName: string[];
	/** What the local parts of the e-mail addresses spell, or what the name may be spelled as. */
	spelling: string[];
	birthDate: string[];
	nationalId: string[];
	email: string[];
	phone: string[];
	profile: string[];
	company: string[];
	/** Whose e-mail addresses these may be, by their domains. */
	employer: string[];
	position: string[];
	street: string[];
	streetNumber: string[];
	city: string[];
	postcode: string[];
	region: string[];
	country: string[];
}

/** Reads a record's values; what cannot be read is left out, as if it were not known. */
export function readValues(record: MatchRecord): ReadValues {
	const [given, family] = namesOf(record);
	const emails = each(record.emails, emailOf);
	const maiden = nameWords(record.maidenName ?? '');
	return {
		givenName: some(given),
		familyName: maiden === family ? some(family) : some(family, maiden),
		spelling: given && family ? spellings(given, family) : emails.map(lettersOf).filter(isLong),
		birthDate: some(dateDigits(record.birthDate ?? '')),
		nationalId: some((record.nationalId ?? '').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()),
		email: emails,
		phone: each(record.phones, (phone) => phoneOf(phone, record.country)),
		profile: some(profileOf(record.profile ?? '')),
		company: each(record.companies, companyKey),
		employer: [...new Set(emails.map(employerOf))].filter(isLong),
		...readPlace(record)
	};
}

function readPlace(record: MatchRecord) {
	return {
		position: folded(record.position),
		street: folded(record.street),
		streetNumber: folded(record.streetNumber),
		city: folded(record.city),
		postcode: some((record.postcode ?? '').replace(/[\s-]/g, '').toLowerCase()),
		region: folded(record.region),
		country: folded(record.country)
	};
}

function namesOf({ givenName = '', familyName = '', fullName = '' }: MatchRecord) {
	if (givenName.trim() !== '' || familyName.trim() !== '')
		return [nameWords(givenName), nameWords(familyName)] as const;
	if (fullName.includes('@')) return ['', ''] as const;
	const read = readPersonName({ fullName });
	const family = read.givenName || read.familyName ? read.familyName : read.fullName;
	return [nameWords(read.givenName), nameWords(family)] as const;
}

/** The ways in which e-mail addresses commonly spell a name. */
function spellings(given: string, family: string): string[] {
	const one = given.replaceAll(' ', '');
	const two = family.replaceAll(' ', '');
	const [first = ''] = one;
	return [one + two, two + one, first + two, two + first, one + two.charAt(0)].filter(isLong);
}

function lettersOf(email: string): string {
	return searchText([email.slice(0, email.lastIndexOf('@')).replace(/\+.*$/, '')]).replace(
		/[^\p{L}]/gu,
		''
	);
}

/** The longest word of the domain, the last one aside: acme of mail.acme.co.uk. */
function employerOf(email: string): string {
	const domain = email.slice(email.lastIndexOf('@') + 1);
	if (mailProviders.has(domain)) return '';
	const words = domain.split('.').slice(0, -1);
	const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '');
	return longest.replaceAll('-', '');
}

function isLong(letters: string): boolean {
	return letters.length >= 5;
}

function emailOf(written: string): string {
	const read = normaliseEmail(written);
	return read.ok ? read.email : '';
}

/** A number that cannot be read may still be the same number, written in the same way. */
function phoneOf(written: string, country = ''): string {
	const read = normalisePhone(written, country.length === 2 ? country : undefined);
	if (read.ok) return read.e164;
	const digits = written.replace(/\D/g, '');
	return digits.length >= 6 ? digits : '';
}

function profileOf(written: string): string {
	const read = normaliseProfile(written);
	return read.ok ? read.profile : '';
}

function folded(written: string | undefined): string[] {
	return written === undefined ? none : some(searchText([written]));
}

function each(written: readonly string[] | undefined, read: (value: string) => string): string[] {
	if (written === undefined || written.length === 0) return none;
	return [...new Set(written.map(read))].filter((value) => value !== '');
}

const none: string[] = [];

function some(...values: string[]): string[] {
	return values.filter((value) => value !== '');
}
