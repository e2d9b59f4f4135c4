import type { TableRow } from '#lib/importers/csv-table-row.ts';
import { tableFormat } from '#lib/importers/csv-table.ts';
import { bookEntry, readEntry } from '#lib/importers/mapped-contact.ts';
import type { ImportRow } from '#lib/importers/record.ts';

const columns = {
	givenName: 'firstname givenname',
	middleName: 'middlename',
	familyName: 'lastname familyname surname',
	fullName: 'fullname',
	companies: 'companies',
	title: 'title titles jobtitle',
	emails: 'emails emailaddresses',
	phones: 'phonenumbers phones',
	sites: 'sites',
	profiles: 'profiles',
	source: 'source',
	createdAt: 'createdat'
};

type Columns = Readonly<Record<keyof typeof columns, number>>;

/** LinkedIn's Contacts.csv and Imported Contacts.csv: address books that the member once gave it. */
export const linkedinContacts = tableFormat({
	format: 'linkedin-contacts',
	columns,
	isHeader: (has) =>
		(has('givenName') || has('fullName')) &&
		has('emails') &&
		(has('phones') || has('companies') || has('createdAt')),
	longestRow: 65_536,
	read
});

function read(row: TableRow, at: Columns): ImportRow {
	const several = (column: number) => (row.told(column) ?? '').split(/\s*[,;|]\s*/).filter(Boolean);
	const company = row.told(at.companies);
	const title = row.told(at.title);
	return readEntry({
		...bookEntry(row.line, row.cells.join(' ')),
		givenName: row.told(at.givenName) ?? '',
		middleName: row.told(at.middleName) ?? '',
		familyName: row.told(at.familyName) ?? '',
		fullName: row.told(at.fullName) ?? '',
		emails: several(at.emails),
		phones: several(at.phones),
		addresses: several(at.sites),
		profiles: several(at.profiles),
		companies: company === undefined ? [] : [company],
		positions: title === undefined ? [] : [title]
	});
}
