import { isFill } from '#lib/importers/cell.ts';
import type { TableRow } from '#lib/importers/csv-table-row.ts';
import { tableFormat } from '#lib/importers/csv-table.ts';
import { addressIn, emailsIn, longestName } from '#lib/importers/linkedin-values.ts';
import type { ContactRecord, ImportRow, UnreadValue } from '#lib/importers/record.ts';
import { readPersonName, readPlainName, type PersonName } from '#lib/people/person-name.ts';

/** Column names: LinkedIn's, and those that people give by hand. */
const columns = {
	givenName: 'firstname givenname prenom',
	familyName: 'lastname familyname surname nom nomdefamille',
	profile: 'url profileurl linkedinurl linkedinprofile linkedin profil',
	email: 'emailaddress email adresseemail adresseelectronique courriel',
	phone: 'phone phonenumber mobile telephone tel portable',
	company: 'company companyname societe entreprise organisation',
	position: 'position poste',
	connectedOn: 'connectedon connected connectele datedeconnexion enrelationdepuis'
};

type Columns = Readonly<Record<keyof typeof columns, number>>;

/** LinkedIn's Connections.csv of any year. */
export const linkedinConnections = tableFormat({
	format: 'linkedin-connections',
	columns,
	isHeader: (has) =>
		has('givenName') &&
		has('familyName') &&
		(has('connectedOn') || has('position') || has('profile')),
	longestRow: 16_384,
	dates: 'connectedOn',
	read
});

function read(row: TableRow, at: Columns): ImportRow {
	const name = readPlainName(row.cell(at.givenName), row.cell(at.familyName)) ?? readName(row, at);
	return typeof name === 'string' ? row.refused(name) : contact(row, at, name);
}

function readName(row: TableRow, at: Columns): PersonName | 'nameless' | 'too_long' {
	let givenName = row.text(at.givenName);
	let familyName = row.text(at.familyName);
	if (isFill(givenName) || isFill(familyName)) {
		[givenName, familyName] = unfilled(row, givenName, familyName);
	}
	if (givenName === '' && familyName === '') return 'nameless';
	if (givenName.length + familyName.length > longestName) return 'too_long';
	return readPersonName({ givenName, familyName });
}

function contact(row: TableRow, at: Columns, name: PersonName): ImportRow {
	const unread: UnreadValue[] = [];
	const email = row.told(at.email);
	const emails = email === undefined ? [] : emailsIn(email, unread);
	const phone = row.told(at.phone);
	const address = addressIn(row.cell(at.profile), unread);
	const record: ContactRecord = {
		kind: 'contact',
		line: row.line,
		givenName: name.givenName,
		familyName: name.familyName,
		fullName: name.fullName,
		nameAsWritten: name.asWritten === name.fullName ? undefined : name.asWritten,
		credentials: name.credentials || undefined,
		emails,
		phones: phone === undefined ? [] : [phone],
		profile: address.profile,
		links: address.links,
		company: row.told(at.company),
		position: row.told(at.position),
		connectedOn: row.day(at.connectedOn, 'connectedOn', unread),
		unread
	};
	return { kind: 'record', record };
}

/** Na is also a family name: NA is a filled-in void only where no cell of the row was left empty. */
function unfilled(row: TableRow, given: string, family: string): [string, string] {
	const kept = row.cells.includes('') && !isFill(given + family) && given !== family;
	return kept ? [given, family] : [isFill(given) ? '' : given, isFill(family) ? '' : family];
}
