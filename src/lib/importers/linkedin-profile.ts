import type { TableRow } from '#lib/importers/csv-table-row.ts';
import { tableFormat } from '#lib/importers/csv-table.ts';
import type { ImportRow } from '#lib/importers/record.ts';

const columns = {
	givenName: 'firstname prenom',
	familyName: 'lastname nom',
	maidenName: 'maidenname nomdejeunefille',
	headline: 'headline titre',
	birthDate: 'birthdate datedenaissance'
};

type Columns = Readonly<Record<keyof typeof columns, number>>;

/** LinkedIn's Profile.csv: who the member is; address and birthday are left there. */
export const linkedinProfile = tableFormat({
	format: 'linkedin-profile',
	columns,
	isHeader: (has) =>
		has('givenName') &&
		has('familyName') &&
		(has('maidenName') || (has('headline') && has('birthDate'))),
	longestRow: 65_536,
	confidential: true,
	read
});

function read(row: TableRow, at: Columns): ImportRow {
	const givenName = row.told(at.givenName) ?? '';
	const familyName = row.told(at.familyName) ?? '';
	if (givenName === '' && familyName === '') return row.refused('nameless');
	const maidenName = row.told(at.maidenName);
	const headline = row.told(at.headline);
	return {
		kind: 'record',
		record: {
			kind: 'profile',
			line: row.line,
			givenName,
			familyName,
			maidenName,
			headline,
			unread: []
		}
	};
}
