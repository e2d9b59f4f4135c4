import type { TableRow } from '#lib/importers/csv-table-row.ts';
import { tableFormat } from '#lib/importers/csv-table.ts';
import type { ImportRow } from '#lib/importers/record.ts';
import { normaliseEmail } from '#lib/people/email.ts';

const columns = {
	email: 'emailaddress email',
	confirmed: 'confirmed confirmee',
	primary: 'primary principale'
};

/** LinkedIn's Email Addresses.csv: the member's own. */
export const linkedinEmailAddresses = tableFormat({
	format: 'linkedin-email-addresses',
	columns,
	isHeader: (has) => has('email') && has('confirmed') && has('primary'),
	longestRow: 16_384,
	read
});

function read(row: TableRow, at: Readonly<Record<keyof typeof columns, number>>): ImportRow {
	const result = normaliseEmail(row.text(at.email));
	if (!result.ok) return row.refused('unreadable');
	const { email } = result;
	return { kind: 'record', record: { kind: 'own_email', line: row.line, email, unread: [] } };
}
