import { lettersOf } from '#lib/importers/csv-header.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';

/** The fields of a file that can be matched, and the names that their columns go by, as letters alone. */
const columnNames = {
	id: 'id recid recordid uniqueid',
	given_name: 'givenname firstname forename prenom fnamec',
	family_name: 'familyname surname lastname nom nomdefamille lnamec',
	full_name: 'fullname name nomcomplet',
	maiden_name: 'maidenname birthname nomdejeunefille nomdenaissance',
	email: 'email emailaddress mail courriel',
	phone: 'phone phonenumber mobile telephone tel',
	company: 'company employer organization organisation societe entreprise',
	position: 'position jobtitle job occupation profession poste',
	url: 'url profile profileurl linkedin',
	birth_date: 'birthdate dateofbirth dob birthday datedenaissance',
	birth_year: 'birthyear yearofbirth by',
	birth_month: 'birthmonth monthofbirth bm',
	birth_day: 'dayofbirth bd',
	street: 'street streetname address adresse rue',
	street_number: 'streetnumber housenumber numero',
	city: 'city suburb town locality ville commune birthplace',
	postcode: 'postcode postalcode zip zipcode codepostal postcodefake',
	region: 'region state county province departement',
	country: 'country pays',
	national_id: 'nationalid socsecid ssn socialsecuritynumber nationalnumber'
} as const;

export type FileField = keyof typeof columnNames;

/** Every field there is, in the order in which help names them. */
export const fileFields = Object.keys(columnNames) as FileField[];

/** Which columns hold a field; several may, as address_1 and address_2 do. */
export type FileColumns = ReadonlyMap<FileField, readonly number[]>;

/** Finds the columns by their names, except those that `mapped` (field → column's name) settles. */
export function columnsOf(
	header: readonly string[],
	mapped: ReadonlyMap<FileField, string>
): FileColumns {
	const letters = header.map(lettersOf);
	const settled = new Set(mapped.values());
	const columns = new Map<FileField, number[]>();
	for (const field of fileFields) {
		const known = columnNames[field].split(' ');
		const asked = mapped.get(field);
		const places = header.keys().filter((at) => {
			if (asked !== undefined) return header[at] === asked;
			return known.includes(letters[at] ?? '') && !settled.has(header[at] ?? '');
		});
		const found = [...places];
		if (found.length > 0) columns.set(field, found);
	}
	return columns;
}

/** The id that a row gives itself; empty where the file has no column for it. */
export function idOf(cells: readonly string[], columns: FileColumns): string {
	return (columns.get('id') ?? [])
		.map((at) => (cells[at] ?? '').trim())
		.filter(Boolean)
		.join(' ');
}

/** What a row says of somebody. */
export function recordOf(cells: readonly string[], columns: FileColumns): Omit<MatchRecord, 'id'> {
	const all = (field: FileField) =>
		(columns.get(field) ?? []).map((at) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
	const one = (field: FileField) => all(field).join(' ');
	return {
		givenName: one('given_name'),
		familyName: one('family_name'),
		fullName: one('full_name'),
		maidenName: one('maiden_name'),
		emails: all('email'),
		phones: all('phone'),
		profile: one('url'),
		companies: all('company'),
		position: one('position'),
		birthDate: one('birth_date') || birthOf(one),
		street: one('street'),
		streetNumber: one('street_number'),
		city: one('city'),
		postcode: one('postcode'),
		region: one('region'),
		country: one('country'),
		nationalId: one('national_id')
	};
}

function birthOf(one: (field: FileField) => string): string {
	const parts = [one('birth_year'), one('birth_month'), one('birth_day')];
	const known = parts.slice(0, parts.indexOf('') === -1 ? 3 : parts.indexOf(''));
	return known.map((part) => part.padStart(2, '0')).join('-');
}
